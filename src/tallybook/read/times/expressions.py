"""Which expressions of time stand in running text, and which rule says what each means?"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from tallybook.read.text.numbers import ONES, TENS
from tallybook.read.times import aftermath, eras, feasts, later, numbered, weeks
from tallybook.read.times import calendar as cal
from tallybook.read.times import lengths as length
from tallybook.read.times import stretches as say
from tallybook.read.times.calendar import When
from tallybook.read.times.dates import DATES, DAY, MONTH, WHICH_YEAR, Rule, View
from tallybook.read.times.stretches import A_PART, ALONE, ANY, BEGIN, PART, THE, plain
from tallybook.vocabulary import load

Expression = tuple[re.Pattern[str], say.Meaning]

_X, _ONE = f"(?P<x>{ANY})", f"(?P<x>{ALONE})"
_DEEP = rf"(?:{BEGIN}{plain(PART)}(?:{ANY}|{THE})|(?i:the )?{ANY})"
_FROM, _TO = f"(?P<x>{_DEEP})", f"(?P<y>{_DEEP})"
_WHOLE = f"(?P<x>{ANY}|{THE})"
_LINK = r" ?(?i:to|through|until|till|[-\u2013\u2014]) ?"
_MONTH = plain(MONTH)
_ENDS = rf"(?P<x>{ALONE}|{_MONTH}){_LINK}(?P<y>{ALONE}|{_MONTH})"
_NTH = r"(?:st|nd|rd|th)?"
_DAYS = (
    rf"(?:the )?(?P<a>\d\d?){_NTH}(?:, \d\d?{_NTH}){{0,4}}(?:,? | ?)(?i:to|and|through|[-\u2013/]) ?"
    rf"(?:the )?(?P<b>\d\d?){_NTH}"
)
_YEAR = rf"(?P<y>,? (?:19|20)\d\d|,? (?:of )?{plain(WHICH_YEAR)})?(?![\d:]|[,.]\d)"
_AT = "(?:(?:(?:on|over|during|at|in) )?the (?:weekend|night|days) of|on|from|between) "
_DATED = rf"(?:{'|'.join(plain(p) for p, _ in DATES)}|{plain(MONTH)}|(?:19|20)\d\d(?!\d))"
_BOTH = (
    rf"(?P<x>{_DATED})(?:(?:,| and| or|, and)(?: again)?(?: in| on)? {_DATED}){{0,4}}"
    rf",? (?:and|or)(?: again)?(?: in| on)? (?P<y>{_DATED})"
)
_PERIOD = r"(?i:(?:in|during|over) the (?:period|time|years|months|weeks|days) (?:of |from )?)"
_PLURAL = r"(?i:either |both |the (?:years|months|summers|springs|winters|autumns) (?:of )?)"
_NO_ACT = "(?![a-z]+ing )"
_NO_HEARING = (
    r"(?!(?:[\w-]+ ){0,2}(?:assembly|cameras|commission\w*|committee|council|court|deputies|house|judges?"
    r"|panel|parliament|press|senate|tribunal)\b)"
)
"""Those before whom somebody speaks: "told it before the court on Monday"."""

_CLAUSE = r"(?:[\w\u2019'\"\u201d-]+ )"

_WORDS = "|".join(("an?", *ONES[1:], *TENS))
_COUNT = rf"(?P<count>(?i:half an?|(?:one|two|three) and a half|{_WORDS}|\d+))"
_UNIT = r"(?P<unit>(?i:hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?))\b"
_UNITS = r"(?i:days|weeks|months|years|decades)\b"
_COUNT_2, _UNIT_2 = _COUNT.replace("count", "count2"), _UNIT.replace("<unit>", "<unit2>")
_YEARS = (
    r"(?i:(?:in|during|between|over|from|by) )?(?P<a>(?:19|20)\d\d) ?[-\u2013/] ?"
    r"(?P<b>(?:19|20)\d\d|\d\d)(?![\d-])"
)
_LEAST = rf"(?:{plain(_COUNT)}(?i: to | or | ?[-\u2013] ?))?"
_OF_WHAT = r"(?: of (?:the |an? |its )?[\w-]+)?"
_HALF = r"(?P<half>(?i: and a half))?"
_ABOUT = r"(?i:(?:more than|over|about|around|nearly|almost|roughly|some|at least|the) )?"
_FEW = r"(?i:few|several|couple of|some|many|recent)"
_LENGTH = f"{_ABOUT}{_COUNT} {_UNIT}{_HALF}"
_IN = r"(?i:in|over|during|within|for|throughout)"
_PAST = r"(?i:the |these )?(?i:past|last|previous|preceding)"
_NEXT = r"(?i:the )?(?i:next|coming|following)"
_DEALS = "deal|contract|agreement|accord|order|pact|purchase|sale|invasion|war|embargo|resolution|treaty"
_SINCE = r"(?i:(?:ever )?since)"
_WAR = "wars?|conflict|fighting|invasion|hostilities|pandemic|crisis|uprising|revolution|truce|ceasefire"
_FIGHT = f"{_WAR}|offensive|campaign|battle|clashes|assault|attacks?|strikes?|raids?|siege"
_BEGAN = "begun|began|started|broke out|erupted|flared up|took (?:office|power|over)|(?:came to|seized) power"
_BEGINNING = "start|beginning|outbreak|onset|launch"
_SOME_TIME = (
    "not long ago|not long from now|before long|long ago|(?<!as )soon(?! as)|shortly"
    "|(?:some time|a while) ago|in the past(?! (?:[\\w-]+ )?(?:hour|day|week|month|year))"
    "|over the years|in years past|in days gone by|since [\\w-]+ (?:times|days)\\b(?! of)"
    "|(?:at|on) an? (?:unknown|unspecified|undisclosed) (?:date|time)"
)
_THAT = r"(?:(?i: that| this)(?! (?!(?:an?|the|its|their) )\w)|(?= ?[,.;:]|$))"
_AHEAD = rf"(?:{_ABOUT}{plain(_COUNT)} {plain(_UNIT)} |(?:(?i:a )?{_FEW} )?{_UNITS} )?"
_JUST = "(?i:even |just |shortly |long )?"
_AMID = "since|before|during|after|in|throughout|amid|at|until|(?:earlier|early|later|late) in"
_EVENT = (
    rf"(?<!use ){_AHEAD}{_JUST}"
    rf"(?i:(?:(?:ever )?since|before|after|until) (?:[\w\u2019'-]+ ){{1,4}}?(?:{_BEGAN})\b"
    rf"|(?:{_AMID}) (?:the (?:{_BEGINNING}) of )?(?:the|its|their|this) (?:[\w\u2019'-]+ ){{0,3}}?(?:{_WAR})"
    rf"(?! (?:in|on|of|against|with|last|this)\b)"
    rf"|(?:since|before|after|until) the (?:{_BEGINNING})"
    rf" of (?:the|its|their) (?:[\w\u2019'-]+ ){{0,3}}operation)"
)

_EVENT_AT = (
    rf"{_AHEAD}{_JUST}(?i:(?:ever )?since|before|prior to|ahead of|until) (?:(?i:the|its|their|this) )?"
    rf"(?:[\w\u2019'-]+ ){{0,2}}?(?i:{_WAR}) (?i:in|on|against|with) [A-Z][\w\u2019'-]+"
    rf"(?: (?i:{_BEGAN}))?\b"
)
_ROUND = "(?i:before|ahead of|leading up to|after|following)"
_COURSE = (
    rf"(?i:(?:in|over) the course of (?:the|its|their|this) (?:[\w\u2019'-]+ ){{0,3}}?(?:{_WAR}))"
    r"(?: (?i:with|in|against|on|between) [A-Z][\w-]+(?: and [A-Z][\w-]+)?)?"
)

_UP_TO = "(?i:to|until|through|up to|(?:that )?end(?:ing|ed)(?: in| on)?)"
_OVER = "(?<!handed )(?<!turned )(?<!signed )(?<!taken )(?<!brought )over"
"""Before a time, and no part of the verb: "handed over this month"."""

_TABLE: tuple[Rule, ...] = (
    (
        rf"(?i:(?:only )?(?:on|in|during|throughout|{_OVER}|around|about|dated|late on|early on) )?{_ONE}",
        say.named,
    ),
    (
        rf"(?i:in|of|during|throughout|{_OVER}|for|around|about|as of|dated|at)(?i: the year| summer)? {_X}",
        say.named,
    ),
    (rf"(?i:from|(?:no|not) (?:sooner|earlier) than)(?i: the year)? {_FROM}", later.starting),
    (rf"(?i:(?:in|on|over|during) )?(?i:this past) {_X}", later.just_past),
    (rf"(?i:(?:in|on|during|over) )?(?i:the )?(?i:night|overnight) (?i:to|into) {_X}", later.night_to),
    (r"(?i:(?:at|around|about|by) )(?i:the )?(?i:turn of the year)", later.turn_of_year),
    (
        rf"{_IN} (?i:the )(?:{_COUNT} )?(?i:fiscal |financial )?{_UNIT} {_UP_TO} {_FROM}",
        later.up_to,
    ),
    (rf"(?i:in ){_ABOUT}{_COUNT} {_UNIT}['\u2019]s?(?i: time)", later.ahead),
    (rf"(?i:in )?{_ABOUT}{_COUNT} {_UNIT} (?i:from now)", later.ahead),
    (
        rf"{_COUNT} {_UNIT} (?P<side>(?i:later|earlier|afterwards?|previously))\b(?! (?i:than|this|that))",
        later.from_last,
    ),
    (rf"{_COUNT} {_UNIT} (?P<side>(?i:after|before)){_THAT}", later.from_last),
    (
        (
            r"(?:(?<=the )|(?<=a )|(?<=an )|(?<=its )|(?<=their )|(?<=his ))"
            rf"(?P<x>(?:19|20)\d\d)(?= (?i:{_DEALS})\b)"
        ),
        say.named,
    ),
    (A_PART, say.part_of),
    (rf"(?i:as (?:early|late|recently|far back|long ago) as )(?i:in |on )?{_FROM}", say.named_deep),
    (
        rf"{_IN} (?i:the )(?P<side>(?i:first|last|final|opening)) {_COUNT} {_UNIT} (?i:of ){_WHOLE}",
        length.edge,
    ),
    (r"(?i:(?:ever )?since then|from then on|since that time|ever since)", say.since_then),
    (rf"(?i:(?:for|during|over|in) )?(?i:most|much|the bulk|nearly all|almost all|all) of {_X}", say.most_of),
    (
        rf"(?:{_SINCE}|(?i:starting|beginning))(?i: (?:about|around|at least|in|on|from|with))? {_FROM}",
        say.since,
    ),
    (rf"{_SINCE} {_CLAUSE}{{1,7}}(?i:of|in|on) {_FROM}", say.since),
    (
        rf"(?i:after|following) {_NO_ACT}{_CLAUSE}{{2,9}}(?:(?i:in|of) {_FROM}|(?i:on|of) (?P<z>{_DATED}))",
        say.after_event,
    ),
    (
        rf"{_AHEAD}(?i:before) (?i:the|its|their) {_NO_HEARING}{_CLAUSE}{{1,4}}(?i:of|in|on) {_FROM}",
        say.until,
    ),
    (rf"(?i:(?:both )?(?:in|on|between|during|over) ){_PLURAL}?{_BOTH}", say.from_to),
    (rf"{_AHEAD}(?i:before) (?i:the|its|their) (?:[\w-]+ )?(?i:{_WAR}) {_FROM}", say.until),
    (rf"(?i:in|during|throughout) {_X}['\u2019]s? (?:[\w\u2019-]+ ){{0,2}}?(?i:{_FIGHT})", say.named),
    (r"(?i:(?:in|by|around) (?:the )?(?:middle|first half|second half) of (?:the|this) decade)", say.nothing),
    (_EVENT, say.nothing),
    (_EVENT_AT, say.nothing),
    (_COURSE, say.nothing),
    (
        (
            rf"(?i:(?:in|during|over) )?(?i:the )(?:{_COUNT} )?{_UNIT} {_ROUND}"
            rf" (?i:the|its|their|this) (?:[\w\u2019'-]+ ){{0,2}}?(?i:{_WAR}|coup|putsch|takeover)\b"
        ),
        say.nothing,
    ),
    (rf"(?i:from) {_FROM} (?i:on|onwards?|forward)\b", say.since),
    (
        rf"(?i:until|till|up to|by|no later than|not later than|through)(?i: about| around)? {_FROM}",
        say.until,
    ),
    (rf"(?i:before|prior to|ahead of) (?i:the )?(?i:end of |turn of )(?P<x>{ANY}|{THE})", say.until),
    (r"(?i:before )(?P<x>(?i:the )?(?i:year(?:['\u2019]s[ -]|[ -])end))", say.until),
    (rf"(?i:before|prior to|ahead of) {_FROM}", say.before),
    (rf"(?i:after|following|beyond) {_FROM}", say.after),
    (rf"(?:{_PERIOD})?(?i:between) {_FROM} (?i:and) {_TO}", say.from_to),
    (rf"(?:{_PERIOD})?(?i:from) {_FROM}{_LINK}{_TO}", say.from_to),
    (rf"(?:{_PERIOD}|(?i:in ))?{_ENDS}", say.from_to),
    (rf"(?:{_PERIOD})?(?i:{_AT})?(?P<m>{_MONTH}) {_DAYS}{_YEAR}", say.days),
    (rf"(?:{_PERIOD})?(?i:{_AT})?\b{_DAYS} (?:of )?(?P<m>{_MONTH}){_YEAR}", say.days),
    (rf"{_IN} {_PAST} {_ABOUT}{_LEAST}(?:{_COUNT} )?{_UNIT}{_HALF}", length.past),
    (
        rf"(?i:for|over|in the space of|in less than|in under) {_ABOUT}{_LEAST}{_COUNT} {_UNIT}{_HALF}",
        length.past,
    ),
    (rf"(?P<within>(?i:within)) {_LENGTH}", length.past),
    (
        (
            rf"(?i:in (?:(?:just|only|barely|under|less than|the space of) )?){_COUNT} "
            r"(?P<unit>(?i:months?|years?|weeks?|days?|fortnight|decade))\b(?! of\b)"
        ),
        length.taken,
    ),
    (rf"(?i:(?:less than|under|within the|no more than) ){_COUNT} {_UNIT} (?i:ago)", length.past),
    (rf"(?i:for {_ABOUT}{plain(_COUNT)} {plain(_UNIT)} in) {_X}", say.named),
    (
        rf"(?i:within {plain(_LENGTH)} (?:of|after|from) (?:the |its |a )?[a-z-]+ing{_OF_WHAT})",
        say.nothing,
    ),
    (rf"(?i:within|in) {_LENGTH}(?i: to | or | and ){_ABOUT}{_COUNT_2} {_UNIT_2}", length.within_range),
    (rf"(?i:within|in) {_COUNT}(?i: to | or |-){_COUNT_2} {_UNIT_2}", length.within_range),
    (rf"(?:{_IN} )?{_NEXT} {_ABOUT}{_LEAST}{_COUNT} {_UNIT}", length.coming),
    (rf"(?i:recently|lately|of late|(?:in |over |during )?(?:the |these )?recent {_UNITS})", length.recently),
    (rf"{_IN} {_PAST} (?:{_FEW} )?{_UNITS}", length.recently),
    (rf"(?:(?i:a )?{_FEW} )?{_UNITS} (?i:ago)", length.recently),
    (rf"(?i:(?P<over>more than|over|at least|well over) ){_COUNT} {_UNIT} (?i:ago)", length.long_ago),
    (
        rf"(?i:almost|nearly|about|around|roughly|some) (?P<x>{plain(_COUNT)} {plain(_UNIT)} (?i:ago))",
        say.named,
    ),
    (rf"(?i:in|over|during) (?i:the )(?:{_FEW} )?{_UNITS} (?i:ahead|to come)", length.soon),
    (rf"(?i:within|{_IN[4:-1]}) {_NEXT} (?:{_FEW} )?(?i:hours|days)\b", length.within_days),
    (rf"(?i:within|{_IN[4:-1]}) {_NEXT} (?:{_FEW} )?{_UNITS}", length.soon),
    (
        rf"(?i:{_SOME_TIME})",
        say.nothing,
    ),
    (
        r"(?i:within (?:(?:a few|several|a matter of) )?(?:hours|days|weeks|months|years))",
        length.soon_or_open,
    ),
    (
        r"(?i:up (?:to|until) now|until now|till now|up to this day)|To date(?= [A-Z]| the | ?,)",
        length.recently,
    ),
    (rf"(?i:(?:on )?that )(?P<x>{_MONTH} {plain(DAY)}|{plain(DAY)} {_MONTH})", later.that_day),
    (r"(?i:(?:before|prior to) (?:that|then))(?= ?[,.;:]|$)", length.before_that),
    (r"(?i:(?:on |at )?(?:that|the same) (?P<unit>day))", say.same_day),
    (r"(?i:(?:early )?in the (?:morning|afternoon|evening)|at night)(?! of\b)", say.in_the_morning),
    (
        rf"(?i:(?:a )?(?:{_FEW} )?(?:days|weeks|months) (?:before(?= ?[,.;:]|$)|earlier(?! than)))",
        length.before_that,
    ),
    (
        _YEARS,
        say.years,
    ),
    (
        (
            r"(?:(?i:on|in) )?(?i:the )(?P<unit>(?i:year|month|week|day|night)) (?P<side>(?i:after|before))"
            r"(?= ?[,.;:)]|$| and\b| but\b)"
        ),
        later.beside_last,
    ),
    (r"(?i:the (?:year|month|week|day) (?:after|before)(?! \w+ing))", say.nothing),
    (rf"(?i:overnight )(?i:on |from )?(?P<x>{ALONE})", later.overnight_on),
    (
        r"(?i:within )(?i:the |this )(?P<unit>(?i:year|month|week|quarter))\b(?! (?:of|after|to)\b)",
        length.within_unit,
    ),
    (r"(?i:for some time)", say.nothing),
    (rf"(?i:for) (?:{_FEW} )?{_UNITS}", length.recently),
    (rf"{_COUNT} {_UNIT} (?P<way>(?i:later|earlier|after|before))(?=[,.;)]| and\b|$)", length.after_that),
    (rf"(?i:{_ABOUT}{plain(_COUNT)} {plain(_UNIT)} (?:after|before|earlier|later)\b)", say.nothing),
    (rf"(?i:(?:{_FEW} )?{_UNITS} (?:after|before|earlier|later)\b)", say.nothing),
    (rf"(?i:so far|thus far|to date) (?i:in |during )?{_X}|(?P<z>{ALONE}) (?i:so far|to date)\b", say.so_far),
)


@lru_cache(maxsize=1)
def expressions() -> tuple[Expression, ...]:
    """Every expression of time with its rule; where several are as long, the first one counts."""
    begun = {word: occasion.date for occasion in load().occasions for word in occasion.words}
    occasion = "(?i:" + "|".join(begun) + ")"

    def when(match: re.Match[str]) -> dt.date | None:
        return next((date for word, date in begun.items() if re.fullmatch(word, match["x"], re.I)), None)

    def since(match: re.Match[str], view: View) -> When:
        return cal.between(when(match), view.anchor.latest if view.anchor else None)

    def before(match: re.Match[str], _: View) -> When:
        return cal.between(None, when(match))

    def after(match: re.Match[str], _: View) -> When:
        return cal.between(when(match), None)

    table: tuple[Rule, ...] = (
        (rf"(?:{_SINCE}|(?i:during|throughout|amid)) (?P<x>{occasion})", since),
        (rf"{_AHEAD}{_JUST}(?i:before|prior to|ahead of|until) (?P<x>{occasion})", before),
        (rf"{_JUST}(?i:after|following) (?P<x>{occasion})", after),
        *aftermath.RULES,
        *eras.WARS,
        *_TABLE,
        *feasts.RULES,
        *numbered.RULES,
        *weeks.RULES,
        *eras.RULES,
    )
    return tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), rule) for pattern, rule in table)
