"""A small made-up session: the second session of the Congress of River Commissions, Vevey 1921."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from confapp.conferences.rules import Base, Majority, Share
from confapp.dates import Moment, PartialDate
from confapp.floor.models import EntryKind, PresenceStatus, RollState, SpeakerRole
from confapp.letters.models import LetterKind, PresentationForm
from confapp.records.actors import Delegation, Person, Presence, Remark, Roll, SourcePlace, Speaker
from confapp.records.material import Entry, NextSession, SessionMaterial
from confapp.records.matters import (
    Candidate,
    Decision,
    Document,
    Item,
    Letter,
    Motion,
    MotionHelper,
    MotionMention,
    MotionName,
    PrintedRoll,
    Ruling,
    Vote,
    VoteChange,
    VoteRow,
)
from confapp.records.prose import Words
from confapp.voting.counting import Reckoning, Totals, needed, tally
from confapp.voting.models import (
    Choice,
    DecisionKind,
    MotionAct,
    MotionKind,
    MotionLinkKind,
    MotionRole,
    MotionState,
    VoteKind,
    VoteMethod,
    VoteResult,
)

SIMPLE = Majority(Share(Fraction(1, 2)), Base.PRESENT_AND_VOTING)


def words(text: str, russian: str = "") -> Words:
    return Words(text, "en", (("ru", russian),) if russian else ())


def person(key: str, name: str, short: str, russian: str = "", russian_short: str = "") -> Person:
    family = words(short.split(" ", 1)[1], russian_short.split(" ", 1)[1] if russian_short else "")
    return Person(key, words(name, russian), words(short, russian_short), family)


def delegation(key: str, name: str, russian: str) -> Delegation:
    return Delegation(key, words(name, russian))


BASEL = delegation("basel", "Upper Rhine", "Верхний Рейн")
DANUBE = delegation("danube", "Danube", "Дунай")
ELBE = delegation("elbe", "Elbe", "Эльба")
ODER = delegation("oder", "Oder", "Одер")
VISTULA = delegation("vistula", "Vistula", "Висла")
SCHELDT = delegation("scheldt", "Scheldt", "Шельда")

KELLER = person("keller", "Mr. Anton Keller", "Mr. Keller", "г-н Антон Келлер", "г-н Келлер")
NOVAK = person("novak", "Mr. Jan Novak", "Mr. Novak", "г-н Ян Новак", "г-н Новак")
HALASZ = person("halasz", "Mrs. Ilona Halász", "Mrs. Halász", "г-жа Илона Халас", "г-жа Халас")
WEISS = person("weiss", "Captain Otto Weiss", "Captain Weiss", "капитан Отто Вайс", "капитан Вайс")
BRANDT = person("brandt", "Dr. Emil Brandt", "Dr. Brandt", "д-р Эмиль Брандт", "д-р Брандт")
ZIELINSKA = person("zielinska", "Mrs. Maria Zielińska", "Mrs. Zielińska", "г-жа Мария Зелинская", "г-жа Зелинская")
LEROY = person("leroy", "Mr. Paul Leroy", "Mr. Leroy", "г-н Поль Леруа", "г-н Леруа")
MORAND = person("morand", "Professor Louis Morand", "Professor Morand", "профессор Луи Моран", "профессор Моран")

PRESIDENT = Speaker(KELLER, capacity=words("President", "Председатель Конгресса"), is_presiding=True)
ITEM_TWO = Item("2", "2", words("Gauges and their zero", "Водомерные посты и их нуль"))
ITEM_THREE = Item("3", "3", words("Correspondence", "Корреспонденция"))


def of(who: Person, where: Delegation, capacity: Words | None = None) -> Speaker:
    return Speaker(who, where, capacity)


def entry(position: int, kind: EntryKind, **facts) -> Entry:
    return Entry(uid=f"e{position}", key=f"p{position}", kind=kind, turn=position, **facts)


def at(text: str) -> Moment:
    return Moment.parse(f"1921-06-14T{text}")


def roll() -> Roll:
    here, gone = PresenceStatus.PRESENT, PresenceStatus.ABSENT
    people = ((BASEL, KELLER), (BASEL, NOVAK), (DANUBE, HALASZ), (ELBE, WEISS), (ODER, BRANDT), (VISTULA, ZIELINSKA))
    present = [Presence(here, where, who) for where, who in people]
    guest = Presence(here, person=MORAND, capacity=words("Director of the Geneva Observatory", "директор обсерватории"))
    return Roll(1, RollState.TAKEN, (*present, Presence(gone, SCHELDT, LEROY), guest), needed=4)


ZERO = MotionName(
    "m02-01", MotionKind.RESOLUTION, words("One zero for all gauges of a river", "Единый нуль для всех постов реки")
)
SEA = MotionName("m02-02", MotionKind.AMENDMENT, words("Count from the level of the sea", "Считать от уровня моря"))
ADJOURN = MotionName("m02-03", MotionKind.ADJOURNMENT, words("Adjourn until Thursday", "Прервать работу до четверга"))


def rows(**choices: Choice) -> tuple[VoteRow, ...]:
    known = {one.key: one for one in (BASEL, DANUBE, ELBE, ODER, VISTULA, SCHELDT)}
    return tuple(VoteRow(known[key], choice) for key, choice in choices.items())


def counted(label: str, name: MotionName, result: VoteResult, given: tuple[VoteRow, ...], **facts) -> Vote:
    totals = tally(row.choice for row in given)
    base = totals.for_or_against
    reckoning = Reckoning(result, SIMPLE, totals, base, needed(base, SIMPLE))
    facts = {"method": VoteMethod.ROLL_CALL, "reckoning": reckoning, **facts}
    return Vote(label, name.summary, result=result, motion=name, totals=totals, rows=given, **facts)


def sea_vote() -> Vote:
    given = rows(
        basel=Choice.NO, danube=Choice.YES, elbe=Choice.NO, oder=Choice.NO, vistula=Choice.YES, scheldt=Choice.ABSENT
    )
    return counted("v02-01", SEA, VoteResult.LOST, given)


def zero_vote() -> Vote:
    given = rows(
        basel=Choice.YES, danube=Choice.ABSTAIN, elbe=Choice.YES, oder=Choice.YES, vistula=Choice.NO,
        scheldt=Choice.ABSENT,
    )  # fmt: skip
    printed = PrintedRoll(words("Record in manuscript", "Рукописная запись"), ((Choice.YES, 3), (Choice.NO, 2)))
    return counted("v02-02", ZERO, VoteResult.CARRIED, given, printed=(printed,))


def entries() -> tuple[Entry, ...]:
    moved = MotionMention(
        Motion(
            ZERO,
            mover=of(BRANDT, ODER),
            text=words("The zero of every gauge of a river is referred to one and the same level."),
            helpers=(MotionHelper(MotionRole.SECONDED, of(WEISS, ELBE)),),
        ),
        (MotionAct.MOVED,),
    )
    amended = MotionMention(
        Motion(SEA, mover=of(HALASZ, DANUBE), links=((MotionLinkKind.AMENDS, ZERO),)), (MotionAct.MOVED,)
    )
    return (
        entry(1, EntryKind.OPENED, occurred=at("10:00"), speakers=(PRESIDENT,)),
        entry(2, EntryKind.ROLL, roll=roll()),
        entry(3, EntryKind.RECORD_APPROVAL, text=words(
            "The record of the first session was approved without observations.",
            "Запись первого заседания утверждена без замечаний.",
        )),
        entry(4, EntryKind.MOTION, motions=(moved,), item=ITEM_TWO),
        entry(5, EntryKind.STATEMENT, speakers=(of(ZIELINSKA, VISTULA),), item=ITEM_TWO, text=words(
            "She recalled that the gauges of the Vistula had been levelled twice, in 1888 and in 1911.",
            "Она напоминает, что посты на Висле нивелировались дважды, в 1888 и в 1911 годах.",
        )),
        entry(6, EntryKind.AMENDMENT, motions=(amended,), item=ITEM_TWO),
        entry(7, EntryKind.DEBATE, speakers=(of(WEISS, ELBE), of(NOVAK, BASEL), of(KELLER, BASEL)), item=ITEM_TWO,
              text=words("the cost of a new levelling", "стоимость новой нивелировки")),
        entry(8, EntryKind.POINT_OF_ORDER, speakers=(of(BRANDT, ODER),), item=ITEM_TWO,
              text=words("whether the amendment is to be put first", "ставится ли поправка на голосование первой"),
              rulings=(Ruling("r1", words("The amendment is put first.", "Поправка голосуется первой."), PRESIDENT),)),
        entry(9, EntryKind.VOTE, votes=(sea_vote(),), item=ITEM_TWO),
        entry(10, EntryKind.VOTE, votes=(zero_vote(),), item=ITEM_TWO, decisions=(
            Decision("d02-01", DecisionKind.RESOLUTION, words("One zero for all gauges of a river",
                     "Единый нуль для всех постов реки"), number="I"),
        )),
        entry(11, EntryKind.SUSPENDED, occurred=at("12:00")),
        entry(12, EntryKind.RESUMED, occurred=at("14:30")),
        entry(13, EntryKind.GUEST, speakers=(Speaker(MORAND, capacity=words("Director of the Geneva Observatory",
              "директор Женевской обсерватории")),), item=ITEM_THREE,
              sources=(SourcePlace("REC", "p. 14"),)),
        entry(14, EntryKind.LETTER_PRESENTED, item=ITEM_THREE, letter=Letter(
            7, LetterKind.CONGRATULATORY, PresentationForm.READ, sender=words("Society of Boatmen of Cologne",
            "Общество лодочников Кёльна"), signatory="H. Esser", capacity=words("Chairman", "председатель"),
            written_on=PartialDate.parse("1921-06-02"), text=words("May the rivers unite those whom they part."),
            presented_by=Speaker(LEROY, capacity=words("Secretary", "секретарь")),
        ), remarks=(Remark("uncertain", words("The signature is hard to read.", "Подпись неразборчива.")),)),
        entry(15, EntryKind.DOCUMENT, item=ITEM_THREE, document=Document(
            "tables", words("Tables of gauges", "Таблицы водомерных постов"), symbol="CRC/2/3")),
        entry(16, EntryKind.MOTION, motions=(MotionMention(Motion(ADJOURN, mover=of(WEISS, ELBE)),
              (MotionAct.MOVED, MotionAct.PUT)),),
              votes=(Vote("v02-03", ADJOURN.summary, VoteMethod.NO_OBJECTION, VoteResult.CARRIED, motion=ADJOURN),)),
        entry(17, EntryKind.ADJOURNED, occurred=at("17:20")),
    )  # fmt: skip


def session(**facts) -> SessionMaterial:
    plain = SessionMaterial(
        label="2",
        conference=words("Congress of River Commissions", "Конгресс речных комиссий"),
        language="en",
        number=2,
        held_on=PartialDate.parse("1921-06-14"),
        place=words("Casino, Vevey", "Казино, Веве"),
        opened=at("10:00"),
        adjourned=at("17:20"),
        presiding=of(KELLER, BASEL, words("President", "Председатель Конгресса")),
        entries=entries(),
        following=NextSession("3", 3, Moment.parse("1921-06-16T10:00")),
    )
    return replace(plain, **facts)


def unnumbered(label: str, name: MotionName, method: VoteMethod, result: VoteResult, **facts) -> Vote:
    return Vote(label, name.summary, method, result, motion=name, **facts)


def disputed() -> SessionMaterial:
    """A session known from a printed source alone: hours unstated, no roll, an appeal, a late vote, an election."""
    late = MotionName("m04-01", MotionKind.REQUEST, words("Count the Danube in favour", "Учесть голос Дуная «за»"))
    order = MotionName("m04-02", MotionKind.PROCEDURAL, words("Hear the engineers", "Выслушать инженеров"))
    rival = MotionName("m04-03", MotionKind.SUBSTITUTE, words("Hear nobody", "Никого не выслушивать"))
    appeal = MotionName("m04-04", MotionKind.APPEAL, words("They may be heard", "Они могут быть выслушаны"))
    gone = MotionName("m04-05", MotionKind.RESOLUTION, words("Print the tables anew", "Перепечатать таблицы"))
    thanks = MotionName("m04-06", MotionKind.THANKS, words("Thanks to the host", "Благодарность хозяевам"))
    change = VoteChange(
        "v02-02", ZERO.summary, words("second session", "второе заседание"), DANUBE, Choice.ABSTAIN, Choice.YES,
        reason=words("absent through illness", "отсутствие по болезни"),
        authorized=words("no objection", "возражений нет"),
        totals_before=Totals(yes=3, no=1, abstain=1, absent=1), totals_after=Totals(yes=4, no=1, absent=1),
    )  # fmt: skip
    heard = of(WEISS, ELBE)
    told = (
        entry(1, EntryKind.CEREMONY, text=words("The Prefect received the members at ten.",
              "В десять часов префект принимает участников.")),
        entry(2, EntryKind.OPENED, speakers=(Speaker(LEROY, capacity=words("Prefect", "префект")),)),
        entry(3, EntryKind.STATEMENT, speakers=(of(ZIELINSKA, VISTULA),),
              text=words("Mrs. Zielińska recalled that Scheldt had sent nobody.", "Г-жа Зелинская сообщает об этом.")),
        entry(4, EntryKind.REQUEST, motions=(MotionMention(Motion(late, of(HALASZ, DANUBE), state=MotionState.GRANTED),
              (MotionAct.MOVED,), settles=True),), changes=(change,)),
        entry(5, EntryKind.MOTION, motions=(MotionMention(Motion(order), (MotionAct.MOVED,)),)),
        entry(6, EntryKind.RULING, rulings=(Ruling("r1", words("Engineers are no delegates", "Инженеры не делегаты"),
              PRESIDENT),)),
        entry(7, EntryKind.MOTION, motions=(MotionMention(Motion(appeal, heard), (MotionAct.MOVED, MotionAct.PUT)),),
              votes=(counted("v04-01", appeal, VoteResult.CARRIED, rows(basel=Choice.YES, elbe=Choice.YES,
                     oder=Choice.NO, vistula=Choice.UNCLEAR), reverses=words("Engineers are no delegates"),
                     method_text=words("by calling the names", "вызовом по именам")),)),
        entry(8, EntryKind.MOTION, motions=(MotionMention(Motion(rival, of(BRANDT, ODER),
              links=((MotionLinkKind.SUBSTITUTES, order),)), (MotionAct.MOVED,)),),
              votes=(unnumbered("v04-02", rival, VoteMethod.NOT_RECORDED, VoteResult.LOST),)),
        entry(9, EntryKind.VOTE, votes=(unnumbered("v04-03", order, VoteMethod.UNANIMOUS, VoteResult.CARRIED),)),
        entry(10, EntryKind.MOTION, motions=(MotionMention(Motion(gone, of(NOVAK, BASEL), state=MotionState.WITHDRAWN,
              outcome=words("at the wish of the President", "по желанию Председателя")),
              (MotionAct.MOVED,), settles=True),)),
        entry(11, EntryKind.ELECTION, votes=(Vote("v04-04", words("Secretary", "Секретарь"), VoteMethod.SECRET_BALLOT,
              VoteResult.ELECTED, VoteKind.ELECTION, round=2,
              candidates=(Candidate("Jan Novak", 4, is_elected=True), Candidate("Emil Brandt", 2))),)),
        entry(12, EntryKind.APPOINTMENT, speakers=(PRESIDENT, Speaker(WEISS, ELBE, role=SpeakerRole.INVOLVED),
              Speaker(HALASZ, DANUBE, role=SpeakerRole.INVOLVED)), committee=words("Committee on gauges",
              "Комитет по водомерным постам")),
        entry(13, EntryKind.REPORT, speakers=(heard,), committee=words("Committee on gauges",
              "Комитет по водомерным постам"), text=words("two gauges are wanting", "не хватает двух постов")),
        entry(14, EntryKind.THANKS, motions=(MotionMention(Motion(thanks, heard), (MotionAct.MOVED,)),),
              votes=(unnumbered("v04-05", thanks, VoteMethod.ACCLAMATION, VoteResult.CARRIED),)),
    )  # fmt: skip
    letters = (
        Letter(1, LetterKind.COMMUNICATION, PresentationForm.REPORTED, sender=words("J. Field", "Дж. Филд"),
               subject=words("a gauge of glass", "стеклянный водомер"), disposition=words("no opinion", "без мнения")),
        Letter(2, LetterKind.COMMUNICATION, PresentationForm.REPORTED),
    )  # fmt: skip
    return session(
        label="4",
        number=4,
        held_on=PartialDate.parse("1921-06"),
        opened=None,
        adjourned=None,
        entries=told,
        rolls=(Roll(1, RollState.NOT_PRINTED),),
        letters=letters,
        following=None,
        from_sources=True,
    )
