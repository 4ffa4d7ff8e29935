"""Why the operating system refused, in Korean."""

import errno

_REASONS = {
    errno.ENOENT: "파일이 없습니다",
    errno.EACCES: "권한이 없습니다",
    errno.EPERM: "권한이 없습니다",
    errno.EISDIR: "폴더입니다",
    errno.ENOTDIR: "길의 중간이 폴더가 아닙니다",
    errno.EEXIST: "이미 있습니다",
    errno.ENOSPC: "남은 공간이 없습니다",
    errno.EDQUOT: "쓸 수 있는 공간을 다 썼습니다",
    errno.EFBIG: "파일이 너무 큽니다",
    errno.EROFS: "읽기만 되는 곳입니다",
    errno.EIO: "장치에서 읽거나 쓰지 못했습니다",
    errno.ELOOP: "심볼릭 링크가 맴돕니다",
    errno.ENAMETOOLONG: "이름이 너무 깁니다",
    errno.EMFILE: "연 파일이 너무 많습니다",
    errno.EBADF: "닫힌 파일입니다",
    errno.EBUSY: "다른 프로그램이 쓰고 있습니다",
}


def reason_of(error: OSError) -> str:
    """Why the system refused, in Korean."""
    return _REASONS.get(error.errno or 0, f"운영체제 오류 {error.errno}")
