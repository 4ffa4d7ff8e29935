"""What a bank's files may hold, as pydantic models, and their conversion into the program's values."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError

from quizapp import items
from quizapp.items import BLANK
from quizapp.syllabus import Exam, Subject, Topic

Text = Annotated[str, Field(min_length=1, max_length=4000)]
Code = Annotated[str, Field(pattern=r"^[1-9](-[1-9][0-9]?){0,3}$", description="출제기준 코드, 예: 3-2-1-4")]
LeafCode = Annotated[str, Field(pattern=r"^[1-9](-[1-9][0-9]?){3}$", description="세세항목 코드, 예: 3-2-1-4")]
ItemId = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)+$", max_length=60, description="바뀌지 않는 이름, 예: plan-privacy-0007")
]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class TableModel(_Model):
    """지문의 표."""

    columns: Annotated[list[str | int | float], Field(min_length=1, max_length=12)]
    rows: Annotated[list[list[str | int | float]], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _is_rectangular(self) -> TableModel:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise PydanticCustomError("ragged_table", f"표의 {number}째 줄은 칸이 {len(row)}개, 열은 {len(self.columns)}개입니다")
        return self

    def value(self) -> items.Table:
        """The table as the program uses it."""
        return items.Table(columns=tuple(str(column) for column in self.columns), rows=tuple(tuple(row) for row in self.rows))


def _kind_of_data(raw: Any) -> str:
    return "(table)" if isinstance(raw, dict | TableModel) else "(none)" if raw is None else "(text)"


DataModel = Annotated[
    Annotated[TableModel, Tag("(table)")] | Annotated[Text, Tag("(text)")] | Annotated[None, Tag("(none)")], Discriminator(_kind_of_data)
]


class ChoiceModel(_Model):
    """보기 하나와 그 까닭."""

    text: Annotated[str, Field(min_length=1, max_length=300)]
    why: Text
    correct: bool = False


class _ItemModel(_Model):
    id: ItemId
    syllabus: LeafCode
    point: Annotated[str, Field(min_length=1, max_length=80, description="points.yaml에 있는 논점")]
    level: Annotated[int, Field(ge=1, le=3, description="1 기억, 2 이해·비교, 3 적용·분석")]
    revision: Annotated[int, Field(ge=1)] = 1
    reference: Text
    checked: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = Field(
        default=None, description="법령의 글을 읽은 날. 읽지 못했으면 null, 법령이 아니면 쓰지 않는다"
    )
    corrected: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = Field(
        default=None, description="틀렸던 정답을 바로잡은 날. revision도 올린다"
    )
    tags: list[Annotated[str, Field(min_length=1, max_length=40)]] = []

    def _common(self) -> dict[str, Any]:
        fields = ("id", "syllabus", "point", "level", "revision", "reference", "checked", "corrected")
        return {name: getattr(self, name) for name in fields} | {"tags": tuple(self.tags)}

    @property
    def names_a_law(self) -> bool:
        """Whether the item says that its reference is a law (with the date read, or null)."""
        return "checked" in self.model_fields_set


class ChoiceItemModel(_ItemModel):
    """선택형 문항."""

    kind: Literal["choice"]
    stem: Text
    emphasis: list[Annotated[str, Field(min_length=1, max_length=60)]] = []
    data: DataModel = None
    choices: Annotated[list[ChoiceModel], Field(min_length=2, max_length=6)]
    keep_order: bool = False
    explanation: Text

    @model_validator(mode="after")
    def _has_one_key(self) -> ChoiceItemModel:
        keys = sum(choice.correct for choice in self.choices)
        if keys != 1:
            raise PydanticCustomError("one_key", f"정답이 {keys}개입니다. correct: true는 한 보기에만 둡니다")
        texts = [choice.text for choice in self.choices]
        if len(set(texts)) < len(texts):
            raise PydanticCustomError("same_choices", "글이 같은 보기가 있습니다")
        if missing := [word for word in self.emphasis if word not in self.stem]:
            raise PydanticCustomError("emphasis", f"강조할 말이 물음에 없습니다: {', '.join(missing)}")
        return self

    def value(self) -> items.ChoiceItem:
        """The item as the program uses it."""
        return items.ChoiceItem(
            **self._common(),
            stem=self.stem,
            emphasis=tuple(self.emphasis),
            data=self.data.value() if isinstance(self.data, TableModel) else self.data,
            choices=tuple(items.Choice(text=choice.text, why=choice.why, correct=choice.correct) for choice in self.choices),
            keep_order=self.keep_order,
            explanation=self.explanation,
        )


class CardModel(_ItemModel):
    """암기 카드."""

    kind: Literal["card"]
    front: Text
    back: Text

    def value(self) -> items.Card:
        """The card as the program uses it."""
        return items.Card(**self._common(), front=self.front, back=self.back)


class TermModel(_ItemModel):
    """용어를 적는 문항."""

    kind: Literal["term"]
    stem: Text
    data: DataModel = None
    answers: Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(min_length=1, max_length=12)]
    explanation: Text

    def value(self) -> items.TermItem:
        """The item as the program uses it."""
        data = self.data.value() if isinstance(self.data, TableModel) else self.data
        return items.TermItem(**self._common(), stem=self.stem, answers=tuple(self.answers), explanation=self.explanation, data=data)


class ClozeModel(_ItemModel):
    """빈칸 채우기. {{답}} 또는 {{답|다른 표기}}로 빈칸을 적는다."""

    kind: Literal["cloze"]
    text: Text
    explanation: Text

    @model_validator(mode="after")
    def _has_a_blank(self) -> ClozeModel:
        if not BLANK.search(self.text) or "{{" in BLANK.sub("", self.text):
            raise PydanticCustomError("blank", "빈칸이 없거나 닫히지 않았습니다. {{답}}처럼 적습니다")
        return self

    def value(self) -> items.ClozeItem:
        """The item as the program uses it."""
        return items.ClozeItem(**self._common(), text=self.text, explanation=self.explanation)


class OrderModel(_ItemModel):
    """순서 맞추기."""

    kind: Literal["order"]
    stem: Text
    steps: Annotated[list[Annotated[str, Field(min_length=1, max_length=120)]], Field(min_length=3, max_length=7)]
    explanation: Text

    @model_validator(mode="after")
    def _has_different_steps(self) -> OrderModel:
        if len(set(self.steps)) < len(self.steps):
            raise PydanticCustomError("same_steps", "글이 같은 단계가 있습니다")
        return self

    def value(self) -> items.OrderItem:
        """The item as the program uses it."""
        return items.OrderItem(**self._common(), stem=self.stem, steps=tuple(self.steps), explanation=self.explanation)


ItemModel = Annotated[ChoiceItemModel | CardModel | TermModel | ClozeModel | OrderModel, Field(discriminator="kind")]
ITEM: TypeAdapter[ChoiceItemModel | CardModel | TermModel | ClozeModel | OrderModel] = TypeAdapter(ItemModel)


class PointModel(_Model):
    """한 문항이 물을 수 있는 논점."""

    code: LeafCode
    point: Annotated[str, Field(min_length=1, max_length=80)]
    know: Text


class GlossaryModel(_Model):
    """용어집의 한 항목."""

    term: Annotated[str, Field(min_length=1, max_length=60)]
    english: str
    meaning: Text
    code: Code
    variants: list[Annotated[str, Field(min_length=1, max_length=60)]] = []


class TopicModel(_Model):
    """출제기준의 한 마디."""

    code: Code
    name: Text
    weight: Annotated[int, Field(ge=0)] | None = None
    unseen: bool = False

    def value(self) -> Topic:
        """The topic as the program uses it."""
        return Topic(code=self.code, name=self.name, weight=self.weight)


class SubjectModel(_Model):
    """시험지의 한 과목."""

    code: Annotated[str, Field(pattern=r"^[1-9]$")]
    questions: Annotated[int, Field(ge=1)]
    calculations: Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]


class ExamModel(_Model):
    """시험의 규칙."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,40}$")]
    title: Text
    minutes: Annotated[int, Field(ge=1)]
    choices: Annotated[int, Field(ge=2, le=6)]
    points: float
    pass_average: Annotated[float, Field(ge=0, le=100, strict=False)]
    pass_subject: Annotated[float, Field(ge=0, le=100, strict=False)]
    calculator: bool
    subjects: Annotated[list[SubjectModel], Field(min_length=1)]

    def value(self) -> Exam:
        """The rules as the program uses them."""
        subjects = tuple(
            Subject(code=subject.code, questions=subject.questions, calculations=(subject.calculations[0], subject.calculations[1]))
            for subject in self.subjects
        )
        return Exam(**{name: getattr(self, name) for name in Exam.__dataclass_fields__ if name != "subjects"}, subjects=subjects)


EXAM: TypeAdapter[ExamModel] = TypeAdapter(ExamModel)
TOPICS: TypeAdapter[list[TopicModel]] = TypeAdapter(Annotated[list[TopicModel], Field(min_length=1)])
SKILLS: TypeAdapter[dict[str, str]] = TypeAdapter(dict[str, LeafCode])
POINTS: TypeAdapter[list[PointModel]] = TypeAdapter(list[PointModel])
TERMS: TypeAdapter[list[GlossaryModel]] = TypeAdapter(list[GlossaryModel])

_PARTS: dict[str, TypeAdapter[Any]] = {
    "items": TypeAdapter(list[ItemModel]),
    "points": POINTS,
    "glossary": TERMS,
    "syllabus": TOPICS,
    "exam": EXAM,
    "skills": SKILLS,
}


def json_schema(part: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file ("items", "points", "glossary", "syllabus", "exam", "skills"), for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | _PARTS[part].json_schema()
