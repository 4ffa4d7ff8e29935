"""A small bank for tests, written as YAML would be by hand."""

from __future__ import annotations

from pathlib import Path

EXAM = """\
id: sample-exam
title: 견본 시험
minutes: 30
choices: 4
points: 2.5
pass_average: 60
pass_subject: 40
calculator: false
subjects:
  - {code: '1', questions: 4, calculations: [0, 0]}
  - {code: '2', questions: 4, calculations: [1, 2]}
"""

SYLLABUS = """\
- {code: '1', name: 첫째 과목}
- {code: 1-1, name: 첫 항목}
- {code: 1-1-1, name: 첫 세부, weight: 3}
- {code: 1-1-1-1, name: 괄호와 기호}
- {code: 1-1-1-2, name: 표와 글}
- {code: '2', name: 둘째 과목}
- {code: 2-1, name: 둘 항목}
- {code: 2-1-1, name: 둘 세부, weight: 1}
- {code: 2-1-1-1, name: 계산}
"""

TRICKY_STEM = "배열 a[i]와 [b]x, 구간 [0, 1], 닫는 표시 [/] 가운데 옳지 않은 것은?"


def item(number: int, code: str, *, stem: str = "", extra: str = "") -> str:
    """The YAML of a choice item whose second choice is right."""
    text = stem or f"다음 중 {number}번 물음의 답으로 가장 적절한 것은?"
    return f"""\
- id: sample-item-{number:04}
  kind: choice
  syllabus: {code}
  point: 논점 {number}
  level: 2
  revision: 1
  stem: "{text}"
{extra}  choices:
    - {{text: 가 보기 {number}, why: 첫째 보기가 아닌 까닭을 스스로 설명한다.}}
    - {{text: 나 보기 {number}, correct: true, why: 둘째 보기가 맞는 까닭을 스스로 설명한다.}}
    - {{text: 다 보기 {number}, why: 셋째 보기가 아닌 까닭을 스스로 설명한다.}}
    - {{text: "라 보기 [{number}]", why: "넷째 보기가 아닌 까닭을 [i] 표시와 함께 설명한다."}}
  explanation: 규칙을 한 문장으로 가르친다. 그리고 보기를 하나 든다.
  reference: 견본 교과서 {number}장
  tags: [견본]
"""


CARD = """\
- id: sample-card-c001
  kind: card
  syllabus: 1-1-1-1
  point: 논점 1
  level: 1
  front: 앞면
  back: 뒷면
  reference: 견본 교과서 1장
"""

OTHER_KINDS = """\
- id: sample-term-0001
  kind: term
  syllabus: 1-1-1-2
  point: 논점 2
  level: 1
  stem: 예측한 것 가운데 맞은 것의 비율을 무엇이라고 하는가?
  answers: [정확도, accuracy]
  explanation: 규칙을 한 문장으로 가르친다. 그리고 보기를 하나 든다.
  reference: 견본 교과서 1장
- id: sample-cloze-0001
  kind: cloze
  syllabus: 1-1-1-2
  point: 논점 3
  level: 1
  text: "{{선택}} 다음에 {{전처리|데이터 전처리}}를 한다."
  explanation: 규칙을 한 문장으로 가르친다. 그리고 보기를 하나 든다.
  reference: 견본 교과서 1장
- id: sample-order-0001
  kind: order
  syllabus: 1-1-1-2
  point: 논점 4
  level: 2
  stem: 단계를 순서대로 늘어놓으면?
  steps: [선택, 전처리, 변환, 해석]
  explanation: 규칙을 한 문장으로 가르친다. 그리고 보기를 하나 든다.
  reference: 견본 교과서 1장
"""

TABLE = """\
  data:
    columns: [구분, 예측 양성, 예측 음성]
    rows:
      - [실제 양성, 12, 8]
      - [실제 음성, 4, 76]
"""


def points(numbers: range, code: str) -> str:
    """The YAML of points that items name."""
    return "".join(f"- {{code: {code}, point: 논점 {number}, know: 알 것 {number}.}}\n" for number in numbers)


def write_bank(folder: Path) -> Path:
    """Writes the bank into *folder* and returns it."""
    files = {
        "exam.yaml": EXAM,
        "syllabus.yaml": SYLLABUS,
        "skills.yaml": "scaling.standard: 2-1-1-1\n",
        "1_first/points.yaml": points(range(1, 6), "1-1-1-1"),
        "1_first/1-1-1.yaml": item(1, "1-1-1-1", stem=TRICKY_STEM, extra="  emphasis: [않은]\n")
        + "".join(item(number, "1-1-1-1") for number in (2, 3))
        + item(4, "1-1-1-2", extra=TABLE)
        + item(5, "1-1-1-2")
        + CARD,
        "2_second/points.yaml": points(range(6, 9), "2-1-1-1"),
        "2_second/2-1-1.yaml": "".join(item(number, "2-1-1-1") for number in (6, 7, 8)),
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
