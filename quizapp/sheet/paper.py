"""A mock paper for paper: the questions, a sheet for the answers, the keys and the reasons, each from a new page on."""

from __future__ import annotations

from html import escape

from quizapp.bank.compiled import Bank
from quizapp.items import Question
from quizapp.sheet import html_data, html_lines, html_page
from quizapp.study.paper import subject_positions
from quizapp.usecases.exam_words import form_title
from quizapp.usecases.papers import DrawnPaper

_STYLE = """
@page { size: A4; margin: 1.6cm 1.4cm; }
body { font: 10pt/1.55 "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif; margin: 0 auto; max-width: 18.2cm; }
h1 { font-size: 16pt; margin: 0 0 .3em; }
h2 { font-size: 13pt; border-bottom: 2px solid #222; margin: 1em 0 .8em; break-after: avoid; }
.part { break-before: page; }
.rules { border: 1px solid #222; padding: .5em 1em; }
.name { float: right; }
.questions { columns: 2; column-gap: 1cm; column-rule: 1px solid #bbb; }
section { break-inside: avoid; margin-bottom: 1.5em; }
section p { margin: 0 0 .4em; }
table { border-collapse: collapse; margin: .5em 0; }
td, th { border: 1px solid #888; padding: .1em .6em; text-align: right; font-size: 9pt; }
td:first-child, th:first-child { text-align: left; }
ol { list-style: none; padding: 0; margin: 0; }
li { padding-left: 1.6em; text-indent: -1.6em; margin: .15em 0; }
li b { display: inline-block; width: 1.6em; text-indent: 0; }
pre { background: #f4f4f4; padding: .5em; white-space: pre-wrap; font-size: 8.5pt; margin: .4em 0; }
.room { height: 6em; }
.omr { display: flex; gap: .8cm; flex-wrap: wrap; }
.omr td, .omr th { border: 0; padding: .13em .25em; text-align: center; }
.omr th { text-align: right; min-width: 1.8em; }
.omr caption { white-space: nowrap; text-align: left; font-weight: bold; }
.bubble { display: inline-block; width: 1.5em; height: 1.15em; line-height: 1.15em; }
.bubble { border: 1px solid #444; border-radius: 50%; color: #777; }
.why { color: #333; font-size: 9pt; }
.right { font-weight: bold; }
"""


def paper_html(paper: DrawnPaper, bank: Bank) -> str:
    """The paper as one page of HTML that prints well."""
    form, exam = paper.order.form, bank.exam
    title = f"{exam.title} 모의고사 ({form_title(form.name)})"
    places = subject_positions(paper.questions).items()
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p>시험지 번호 {paper.order.seed} <span class="name">이름 ____________________</span></p>',
        f'<p class="rules">{form.questions}문항, {form.minutes}분. 계산기는 {"쓸 수 있습니다" if exam.calculator else "쓸 수 없습니다"}. '
        f"평균 {exam.pass_average:g}점 이상이고 과목마다 {exam.pass_subject:g}점 이상이면 합격입니다. 답은 답안지에 적습니다.</p>",
    ]
    for code, positions in places:
        body.append(f'<h2>{escape(bank.syllabus.label(code))}</h2><div class="questions">')
        body.extend(_question(at + 1, paper.questions[at]) for at in positions)
        body.append("</div>")
    body.append(f'<div class="part"><h2>답안지</h2><p>{escape(title)}, 시험지 번호 {paper.order.seed}</p><div class="omr">')
    body.extend(_answer_column(bank.syllabus.label(code), positions, paper.questions) for code, positions in places)
    body.append('</div></div><div class="part"><h2>정답</h2><div class="omr">')
    body.extend(_key_column(bank.syllabus.label(code), positions, paper.questions) for code, positions in places)
    body.append('</div></div><div class="part"><h2>해설</h2>')
    body.extend(_reasons(number, question, bank) for number, question in enumerate(paper.questions, 1))
    body.append("</div>")
    return html_page(title, _STYLE, body)


def _question(number: int, question: Question) -> str:
    choices = "".join(f"<li><b>{at}.</b>{escape(choice.text)}</li>" for at, choice in enumerate(question.choices, 1))
    room = '<div class="room"></div>' if question.origin.skill else ""
    return f"<section><p><b>{number}.</b> {_stem(question)}</p>{html_data(question.data)}<ol>{choices}</ol>{room}</section>"


def _stem(question: Question) -> str:
    """The stem with its emphasised words underlined, where each occurs last."""
    stem = html_lines(question.stem)
    for word in question.emphasis:
        before, found, after = stem.rpartition(escape(word))
        stem = f"{before}<u><b>{found}</b></u>{after}" if found else stem
    return stem


def _answer_column(label: str, positions: range, questions: tuple[Question, ...]) -> str:
    rows = "".join(
        f"<tr><th>{at + 1}</th>"
        + "".join(f'<td><span class="bubble">{number}</span></td>' for number in range(1, len(questions[at].choices) + 1))
        + "</tr>"
        for at in positions
    )
    return f"<table><caption>{escape(label)}</caption>{rows}</table>"


def _key_column(label: str, positions: range, questions: tuple[Question, ...]) -> str:
    rows = "".join(f"<tr><th>{at + 1}</th><td>{questions[at].right_number}</td></tr>" for at in positions)
    return f"<table><caption>{escape(label)}</caption>{rows}</table>"


def _reasons(number: int, question: Question, bank: Bank) -> str:
    """Why the key is right and the others are not, with the worked solution of an exercise."""
    head = f"<p><b>{number}.</b> 정답 {question.right_number} · {escape(bank.syllabus.label(question.syllabus))}</p>"
    choices = "".join(
        f'<li class="why{" right" if choice.correct else ""}"><b>{at}.</b>{escape(choice.text)}: {escape(choice.why)}</li>'
        for at, choice in enumerate(question.choices, 1)
    )
    steps = f"<p>{'<br>'.join(map(escape, question.steps))}</p>" if question.steps else ""
    code = f"<pre>{escape(question.code)}</pre>" if question.code else ""
    reference = f'<p class="why">근거: {escape(question.reference)}</p>' if question.reference else ""
    return f"<section>{head}<ol>{choices}</ol><p>{html_lines(question.explanation)}</p>{steps}{code}{reference}</section>"
