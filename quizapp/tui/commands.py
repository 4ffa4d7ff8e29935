"""Every command with its keys, once: bindings, footer and help are made from here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType

from quizapp.tui.keys import either_layout


@dataclass(frozen=True, slots=True)
class Command:
    """Something a learner can do on a screen."""

    action: str
    keys: str
    """Textual's names of the Latin keys, the first one shown; their Hangul twins are added."""
    label: str
    """For the footer, in one or two words."""
    help: str
    """For the help screen, in a sentence; empty where another command's help speaks for it."""
    shown_key: str = ""
    in_footer: bool = True
    priority: bool = False
    """Whether it comes before what the widget with the focus does with its keys."""
    typing_key: str = ""
    """The key to show while something is typed; empty for a command whose keys go into the field then."""
    is_native: bool = False
    """Whether the widget with the focus does it of itself, so that footer and help only name it."""

    @property
    def name(self) -> str:
        """The action without its arguments."""
        return self.action.partition("(")[0]


_HELP = Command("help", "question_mark,f4,f1", "도움말", "이 화면의 키를 봅니다.", "?", typing_key="F4")
_MENU = Command("menu", "up,down", "고르기", "위아래로 고릅니다.", "↑↓", is_native=True)

_MARKS = (
    Command("note", "n", "메모", "이것에 내 메모를 적습니다.", "n"),
    Command("star", "asterisk", "별표", "이것에 별표를 하거나 지웁니다. 찾기에서 먼저 나옵니다.", "*"),
    Command("report", "exclamation_mark", "신고", "이상한 곳을 파일로 적어 둡니다. 문항, 판, 씨앗이 함께 적힙니다.", "!"),
)

COMMANDS: dict[str, tuple[Command, ...]] = {
    "home": (
        _MENU,
        Command("go", "enter,space", "시작", "고른 것을 시작합니다.", "Enter"),
        Command("discard", "d,delete", "버리기", "멈춘 풀이를 버립니다. 푼 답은 기록에 남습니다.", "d"),
        Command("topics", "t", "주제", "주제를 골라 퀴즈를 시작합니다.", "t"),
        Command("exam", "m", "모의고사", "모의고사의 종류와 지난 결과를 봅니다.", "m"),
        Command("progress", "p", "진도", "단원별 숙달, 달력, 기억, 앞날, 모의고사, 시간을 봅니다.", "p"),
        Command("settings", "s", "설정", "시험일, 공부할 시간, 새로 만날 것, 키와 밝기를 정합니다.", "s"),
        Command("notebook", "o", "오답노트", "틀린 것을 모아 봅니다.", "o"),
        Command("browse", "slash", "찾기", "문항, 카드, 용어, 계산, 메모를 찾습니다.", "/"),
        Command("app.switch_theme", "b", "밝기", "밤과 낮 화면을 바꿉니다.", "b"),
        _HELP,
        Command("leave", "escape,q", "끝내기", "앱을 끝냅니다. 푼 것은 이미 저장되어 있습니다.", "Esc"),
    ),
    "topics": (
        replace(_MENU, in_footer=False),
        Command("start", "enter", "시작", "고른 주제로 퀴즈를 시작합니다. 아무것도 고르지 않으면 전체에서 냅니다.", "Enter"),
        Command("tick", "space,x", "고르기", "주제를 고르거나 뺍니다.", "Space"),
        Command("fold", "left", "접기", "아래 단계를 접습니다.", "←", in_footer=False),
        Command("unfold", "right", "펴기", "아래 단계를 펼칩니다.", "→"),
        Command("count(5)", "plus,equals_sign", "문항 +5", "문항 수를 늘립니다.", "+"),
        Command("count(-5)", "minus", "문항 −5", "문항 수를 줄입니다.", "-"),
        _HELP,
        Command("back", "escape", "뒤로", "첫 화면으로 갑니다.", "Esc"),
    ),
    "question": (
        Command("choose(1)", "1", "고르기", "번호로 보기를 고릅니다.", "1-4"),
        Command("choose(2)", "2", "", "", in_footer=False),
        Command("choose(3)", "3", "", "", in_footer=False),
        Command("choose(4)", "4", "", "", in_footer=False),
        Command("judge(1)", "o", "맞음", "O/X에서 O를 고릅니다.", "o"),
        Command("judge(2)", "x", "아님", "O/X에서 X를 고릅니다.", "x"),
        Command("move(-1)", "up,k", "위", "위 보기로, 또는 위로 넘깁니다.", in_footer=False),
        Command("move(1)", "down,j", "아래", "아래 보기로, 또는 아래로 넘깁니다.", in_footer=False),
        Command("unsure", "0,f2", "찍음", "찍은 답이라고 표시합니다. 맞혀도 아는 것으로 치지 않습니다.", "0", typing_key="F2"),
        Command("confirm", "enter,space", "확인", "고른 답을 냅니다.", "Enter"),
        Command("submit", "enter", "확인", "입력한 답을 냅니다.", "Enter", typing_key="Enter"),
        Command("turn", "enter,space", "뒤집기", "카드를 뒤집어 답을 봅니다.", "Enter"),
        Command("next", "enter", "다음", "다음 문항으로 갑니다.", "Enter"),
        Command("read_on", "space", "해설 더", "해설을 아래로 넘기고, 끝에서는 다음 문항으로 갑니다.", "Space"),
        Command("code", "c", "코드", "이 답을 계산하는 파이썬 코드를 펴거나 접습니다.", "c"),
        *_MARKS,
        Command("undo", "u,f3", "되돌리기", "앞의 답을 되돌리고 그 문항으로 갑니다.", "u", typing_key="F3"),
        Command("bury", "l,f6", "내일로", "오늘은 그만 묻고 내일부터 다시 냅니다.", "l", in_footer=False, typing_key="F6"),
        Command(
            "suspend", "s,f7", "빼기", "오늘 학습에서 뺍니다. `quizapp suspended`로 되돌립니다.", "s", in_footer=False, typing_key="F7"
        ),
        Command("page(-1)", "pageup", "위로", "화면을 위로 넘깁니다.", "PgUp", in_footer=False, priority=True),
        Command("page(1)", "pagedown", "아래로", "화면을 아래로 넘깁니다.", "PgDn", in_footer=False, priority=True),
        _HELP,
        Command("back", "escape", "그만", "첫 화면으로 갑니다. 나중에 이어서 풀 수 있습니다.", "Esc", priority=True, typing_key="Esc"),
    ),
    "result": (
        Command("home", "enter,escape,space", "처음으로", "첫 화면으로 갑니다.", "Enter"),
        Command("again", "r", "한 번 더", "같은 주제로 다른 문항을 풉니다.", "r"),
        _HELP,
    ),
    "exam_forms": (
        _MENU,
        Command("go", "enter,space", "시작", "고른 모의고사를 시작하거나 지난 결과를 봅니다.", "Enter"),
        Command("time", "t", "시간 제한", "시간 제한을 두거나 없앱니다.", "t"),
        _HELP,
        Command("back", "escape", "뒤로", "첫 화면으로 갑니다.", "Esc"),
    ),
    "exam_drawing": (Command("back", "escape", "그만", "시험지를 만들지 않고 첫 화면으로 갑니다.", "Esc"),),
    "exam": (
        Command("choose(1)", "1", "답", "번호로 답을 고르거나 바꿉니다.", "1-4"),
        Command("choose(2)", "2", "", "", in_footer=False),
        Command("choose(3)", "3", "", "", in_footer=False),
        Command("choose(4)", "4", "", "", in_footer=False),
        Command("unsure", "0", "찍음", "찍은 답이라고 표시하거나 표시를 지웁니다.", "0"),
        Command("step(1)", "right,enter,space", "문항", "다음 문항으로 갑니다.", "←→"),
        Command("step(-1)", "left", "", "앞 문항으로 갑니다.", in_footer=False),
        Command("flag", "f", "표시", "다시 볼 문항이라고 표시하거나 표시를 지웁니다.", "f"),
        Command("next_open", "tab", "빈칸", "답하지 않은 다음 문항으로 갑니다.", "Tab"),
        Command("hand_in", "ctrl+s", "제출", "빈 문항과 표시한 문항을 알려 주고 시험지를 냅니다.", "Ctrl+S", priority=True),
        Command(
            "back",
            "escape",
            "닫기",
            "연습지를, 없으면 시험지를 덮습니다. 시계는 서고 나중에 이어서 봅니다.",
            "Esc",
            priority=True,
        ),
        _HELP,
        Command("strike", "x", "지움", "이어서 누르는 번호의 보기를 지우거나 되살립니다.", "x"),
        Command("scratch", "w", "연습지", "문항마다 손으로 풀 빈 종이를 펴거나 접습니다.", "w"),
        Command("pause", "p", "쉬기", "시계를 멈추고 문제를 가립니다. 쉰 시간은 결과에 적힙니다.", "p"),
        Command("hide_clock", "t", "시계", "시계를 숨기거나 보입니다.", "t"),
        Command("next_flagged", "shift+tab", "표시 문항", "표시한 다음 문항으로 갑니다.", "Shift+Tab"),
        Command("clear", "backspace,delete", "비우기", "답을 비웁니다.", in_footer=False),
        Command("subject(-1)", "home", "앞 과목", "앞 과목의 첫 문항으로 갑니다.", in_footer=False),
        Command("subject(1)", "end", "다음 과목", "다음 과목의 첫 문항으로 갑니다.", in_footer=False),
        Command("scroll(-1)", "up,k", "위", "문제를 위로 넘깁니다.", in_footer=False),
        Command("scroll(1)", "down,j", "아래", "문제를 아래로 넘깁니다.", in_footer=False),
        Command("scroll(-10)", "pageup", "위로", "문제를 크게 위로 넘깁니다.", in_footer=False),
        Command("scroll(10)", "pagedown", "아래로", "문제를 크게 아래로 넘깁니다.", in_footer=False),
    ),
    "exam_pause": (Command("close", "enter,space,escape,p", "계속", "시계를 다시 켜고 시험지로 돌아갑니다.", "Enter"),),
    "exam_hand_in": (
        Command("answer(True)", "enter", "제출", "이대로 시험지를 냅니다.", "Enter"),
        Command("answer(False)", "escape,q", "더 보기", "시험지로 돌아갑니다.", "Esc"),
    ),
    "exam_result": (
        replace(_MENU, in_footer=False),
        Command("go", "enter,space", "고르기", "고른 것을 엽니다.", "Enter"),
        Command("open(1)", "1", "틀린 문항", "틀린 문항을 해설과 함께 봅니다.", "1", in_footer=False),
        Command("open(2)", "2", "찍은 문항", "찍은 문항을 해설과 함께 봅니다.", "2", in_footer=False),
        Command("open(3)", "3", "표시한 문항", "표시한 문항을 해설과 함께 봅니다.", "3", in_footer=False),
        Command("open(4)", "4", "모든 문항", "모든 문항을 해설과 함께 봅니다.", "4", in_footer=False),
        Command("open(5)", "5", "다시 풀기", "틀린 문항을 퀴즈로 다시 풉니다.", "5", in_footer=False),
        Command("page(-1)", "pageup", "위로", "화면을 위로 넘깁니다.", "PgUp", in_footer=False, priority=True),
        Command("page(1)", "pagedown", "아래로", "화면을 아래로 넘깁니다.", "PgDn", priority=True),
        _HELP,
        Command("home", "escape", "처음으로", "첫 화면으로 갑니다.", "Esc"),
    ),
    "exam_review": (
        Command("step(1)", "right,enter", "다음", "다음 문항으로 갑니다.", "←→"),
        Command("step(-1)", "left", "앞", "앞 문항으로 갑니다.", in_footer=False),
        Command("page(1)", "space,pagedown", "아래로", "화면을 아래로 넘깁니다.", "Space"),
        Command("page(-1)", "pageup", "위로", "화면을 위로 넘깁니다.", in_footer=False),
        Command("scroll(-1)", "up,k", "위", "한 줄 위로 넘깁니다.", in_footer=False),
        Command("scroll(1)", "down,j", "아래", "한 줄 아래로 넘깁니다.", in_footer=False),
        Command("code", "c", "코드", "이 답을 계산하는 파이썬 코드를 펴거나 접습니다.", "c"),
        *_MARKS,
        _HELP,
        Command("back", "escape", "뒤로", "앞의 화면으로 돌아갑니다.", "Esc"),
    ),
    "notebook": (
        _MENU,
        Command("go", "enter,space", "열기", "문항을 내 답, 해설과 함께 봅니다.", "Enter"),
        Command("retry", "r", "다시 풀기", "지금 보이는 것을 퀴즈로 다시 풉니다.", "r"),
        Command("kind(1)", "1", "조건", "1 모두, 2 세 번부터 자주 틀림, 3 찍어서 맞음, 4 모의고사에서 틀림.", "1-4"),
        Command("kind(2)", "2", "", "", in_footer=False),
        Command("kind(3)", "3", "", "", in_footer=False),
        Command("kind(4)", "4", "", "", in_footer=False),
        Command("subject(1)", "right", "과목", "다음 과목만, 또는 모든 과목을 봅니다.", "←→"),
        Command("subject(-1)", "left", "", "앞 과목을 봅니다.", in_footer=False),
        Command("regroup", "g,tab", "묶기", "주제로, 또는 오해로 묶습니다.", "g"),
        *_MARKS,
        Command("page(-1)", "pageup", "위로", "목록을 위로 넘깁니다.", in_footer=False, priority=True),
        Command("page(1)", "pagedown", "아래로", "목록을 아래로 넘깁니다.", in_footer=False, priority=True),
        _HELP,
        Command("back", "escape", "뒤로", "첫 화면으로 갑니다.", "Esc"),
    ),
    "browser": (
        Command("move(-1)", "up", "위", "위의 것을 봅니다.", "↑", in_footer=False),
        Command("move(1)", "down", "고르기", "아래의 것을 봅니다.", "↑↓", typing_key="↑↓"),
        Command("leave_field", "enter", "보기", "찾은 것을 봅니다. 그다음에는 글자 키가 일을 합니다.", "Enter", typing_key="Enter"),
        Command("search", "slash", "찾기", "다시 낱말을 적습니다.", "/"),
        *_MARKS,
        Command("suspend", "s", "빼기", "오늘 학습에서 빼거나 되돌립니다.", "s"),
        Command("ask", "r", "풀기", "이것을 문항으로 풉니다.", "r"),
        Command("code", "c", "코드", "이 답을 계산하는 파이썬 코드를 펴거나 접습니다.", "c"),
        Command("page(1)", "pagedown", "아래로", "내용을 아래로 넘깁니다.", "PgDn", priority=True, typing_key="PgDn"),
        Command("read_on", "space", "", "", in_footer=False),
        Command("page(-1)", "pageup", "위로", "내용을 위로 넘깁니다.", "PgUp", in_footer=False, priority=True),
        _HELP,
        Command("back", "escape", "뒤로", "낱말로, 거기에서는 첫 화면으로 갑니다.", "Esc", priority=True, typing_key="Esc"),
    ),
    "note": (
        Command("close", "escape,ctrl+s", "닫기", "메모를 닫습니다. 이미 저장되어 있습니다.", "Esc", priority=True, typing_key="Esc"),
    ),
    "report": (
        Command("write", "enter,ctrl+s", "적기", "신고를 파일로 적습니다.", "Enter", typing_key="Enter"),
        Command("close", "escape", "그만", "신고하지 않고 닫습니다.", "Esc", priority=True, typing_key="Esc"),
    ),
    "progress": (
        Command("view(1)", "1", "보기", "단원, 달력, 기억, 앞날, 모의고사, 시간을 번호로 봅니다.", "1-6"),
        *(Command(f"view({number})", str(number), "", "", in_footer=False) for number in range(2, 7)),
        Command("turn(1)", "tab", "다음 보기", "다음 보기로 갑니다.", "Tab"),
        Command("turn(-1)", "shift+tab", "앞 보기", "앞 보기로 갑니다.", in_footer=False),
        Command("practise", "enter", "풀기", "고른 단원에서 10문항을 풉니다.", "Enter"),
        Command("fold", "left", "접기", "아래 단계를 접거나 윗단계로 갑니다.", "←", in_footer=False),
        Command("unfold", "right", "펴기", "아래 단계를 펼칩니다.", "→"),
        Command("scroll(-1)", "up,k", "위", "위로 넘깁니다.", "↑", in_footer=False),
        Command("scroll(1)", "down,j", "아래", "아래로 넘깁니다.", "↓", in_footer=False),
        Command("scroll(-10)", "pageup", "위로", "크게 위로 넘깁니다.", in_footer=False),
        Command("scroll(10)", "pagedown,space", "아래로", "크게 아래로 넘깁니다.", in_footer=False),
        _HELP,
        Command("back", "escape,q", "뒤로", "첫 화면으로 갑니다.", "Esc"),
    ),
    "welcome": (
        _MENU,
        Command("go", "enter,space", "시작", "고른 것을 시작합니다.", "Enter"),
        Command(
            "next",
            "enter",
            "다음",
            "적은 값을 저장하고 다음으로 갑니다.",
            "Enter",
            typing_key="Enter",
            is_native=True,
        ),
        _HELP,
        Command("skip", "escape", "건너뛰기", "묻는 것을 건너뛰고 첫 화면으로 갑니다.", "Esc", typing_key="Esc"),
    ),
    "settings": (
        _MENU,
        Command("edit", "enter,space", "바꾸기", "고른 설정을 바꿉니다.", "Enter"),
        Command("save", "enter", "저장", "적은 값을 저장합니다.", "Enter", typing_key="Enter", is_native=True),
        Command("step(-1)", "left", "덜", "", "←", in_footer=False),
        Command("step(1)", "right", "늘림·줄임", "수와 켬/끔을 바로 바꿉니다.", "←→"),
        _HELP,
        Command("back", "escape", "뒤로", "적던 것을 그만두고, 아니면 첫 화면으로 갑니다.", "Esc", typing_key="Esc"),
    ),
    "help": (Command("close", "escape,enter,space,question_mark,f4,f1,q", "닫기", "도움말을 닫습니다.", "Esc"),),
}


def bindings(screen: str) -> list[BindingType]:
    """The bindings of a screen, under both keyboard layouts."""
    return [
        Binding(
            either_layout(command.keys),
            command.action,
            command.label,
            show=command.in_footer,
            key_display=command.shown_key or None,
            priority=command.priority,
            id=f"{screen}.{command.action}",
        )
        for command in COMMANDS[screen]
        if not command.is_native
    ]
