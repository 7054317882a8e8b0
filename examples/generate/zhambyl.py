#!/usr/bin/env python3
"""Writes the records of examples/zhambyl: how an oblast, its districts and some okrugs worked in 2025.

usage: zhambyl.py [FOLDER]       (default: examples/zhambyl beside this script)
       zhambyl.py --planted      what the check must find, one `rule where outcome` a line, and nothing else

Nobody here is a real person, and the okrugs are a few of many. What is in order is drawn by chance from a fixed seed; what
is not stands in the tables of faults, with the rule that must find it.
"""

import random
from datetime import date, timedelta

import clerk
from clerk import day, days_between, is_working, plant, quarter_name, run, week_name, weeks, workdays

MONTHS = [date(2025, month, 1) for month in range(1, 13)]
WEEKS = list(weeks(date(2025, 1, 1), date(2025, 12, 28)))  # 2025-W01, which began on 30 December 2024, to 2025-W52
chance = random.Random(70)


# ---- the register ---------------------------------------------------------------------------------------------------------------

DISTRICTS = {  # id: name in Kazakh, Russian, English; akim; okrugs with their settlements
    "bayzak": ("Байзақ ауданы", "Байзакский район", "Bayzak district", "Қ. Отарбай", {
        "Сарыкемер": ["Сарыкемер", "Талапты"], "Бурыл": ["Бурыл", "Қаракемер", "Ақжар"], "Түймекент": ["Түймекент", "Ақшолақ"]}),
    "zhambyl-district": ("Жамбыл ауданы", "Жамбылский район", "Zhambyl district", "С. Мәмбетқұл", {
        "Аса": ["Аса", "Құмтиын"], "Ерназар": ["Ерназар", "Жаңаөткел"], "Қаратөбе": ["Қаратөбе", "Бірлік"]}),
    "zhualy": ("Жуалы ауданы", "Жуалынский район", "Zhualy district", "Т. Дүйсебай", {
        "Нұрлыкент": ["Нұрлыкент", "Қызыларық"], "Ақсай": ["Ақсай", "Дихан"], "Қошқарата": ["Қошқарата", "Терісащы"]}),
    "korday": ("Қордай ауданы", "Кордайский район", "Korday district", "Ә. Сүйінқара", {
        "Қордай": ["Қордай", "Қайнар", "Арал"], "Отар": ["Отар", "Ереймен"], "Степной": ["Степное", "Көкадыр"]}),
    "merke": ("Меркі ауданы", "Меркенский район", "Merke district", "Ж. Төлебек", {
        "Меркі": ["Меркі", "Кеңес"], "Ойтал": ["Ойтал", "Тәтті"], "Жамбыл": ["Жамбыл ауылы", "Қызылсай"]}),
    "moiynkum": ("Мойынқұм ауданы", "Мойынкумский район", "Moiynkum district", "Б. Қалжан", {
        "Мойынқұм": ["Мойынқұм", "Жамбыл бекеті"], "Хантау": ["Хантау", "Бұрылбайтал"], "Қылышбай": ["Қылышбай", "Көкжелек"]}),
    "sarysu": ("Сарысу ауданы", "Сарысуский район", "Sarysu district", "Е. Ізбасқан", {
        "Жайылма": ["Жайылма", "Маятас"], "Қамқалы": ["Қамқалы", "Тоғызкент"], "Досбол": ["Досбол", "Ақтоғай"]}),
    "talas": ("Талас ауданы", "Таласский район", "Talas district", "М. Ержігіт", {
        "Үшарал": ["Үшарал", "Сейілбек"], "Ойық": ["Ойық", "Сөзбұлақ"], "Ақкөл": ["Ақкөл", "Қостөбе"]}),
    "turar-ryskulov": ("Т. Рысқұлов ауданы", "район Т. Рыскулова", "T. Ryskulov district", "Н. Алпысбай", {
        "Құлан": ["Құлан", "Тараз бекеті"], "Луговой": ["Луговой", "Шөңгер"], "Көкдөнен": ["Көкдөнен", "Мамыртөбе"]}),
    "shu": ("Шу ауданы", "Шуский район", "Shu district", "Д. Ордабек", {
        "Төле би": ["Төле би", "Белбасар"], "Алға": ["Алға", "Қорағаты"], "Далақайнар": ["Далақайнар", "Дулат"]}),
}
PARTS_OF_TARAZ = {"taraz-karasu": "Қарасу", "taraz-saltanat": "Салтанат", "taraz-mynbulak": "Мыңбұлақ",
                  "taraz-koltogan": "Көлтоған"}
WITH_DIARIES = ["bayzak", "korday", "talas"]  # the districts whose rural akims keep their tours here

LATIN = dict(zip("абвгдежзийклмнопрстуфхцчшщыіэюяәғқңөұүһъь",
                 "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y i e yu ya a g k n o u u h".split() + ["", ""]))


def village(name):
    latin_name = latin(name)
    return f"{latin_name}-village" if latin_name in DISTRICTS else latin_name


def latin(name):
    return "".join(LATIN.get(letter, "-" if letter == " " else letter) for letter in name.lower())


OKRUGS, SETTLEMENTS = {}, {}  # okrug: its district; its settlements
for district, (*_, okrugs) in DISTRICTS.items():
    for okrug, names in okrugs.items():
        OKRUGS[f"{latin(okrug)}-okrug"] = district
        SETTLEMENTS[f"{latin(okrug)}-okrug"] = [village(name) for name in names]
AKIMS = [f"{district}-akim" for district in [*DISTRICTS, "taraz"]]
DEPUTIES = [f"zh-deputy-{n}" for n in (1, 2, 3, 4)]
INSPECTORS = [f"inspector-{n}" for n in (1, 2, 3)]
RURAL_AKIMS = {f"{okrug.removesuffix('-okrug')}-rural-akim": okrug
               for okrug, district in OKRUGS.items() if district in WITH_DIARIES}
OF_INSPECTOR = {"inspector-1": ["bayzak", "zhambyl-district", "zhualy", "taraz"],
                "inspector-2": ["korday", "merke", "turar-ryskulov"],
                "inspector-3": ["moiynkum", "sarysu", "talas", "shu"]}

ABSENCES = {  # nobody acting: what falls into them is excused
    "zh-deputy-4": [{"from": day("2025-07-01"), "to": day("2025-07-31"), "reason": "leave"}],
    "otar-rural-akim": [{"from": day("2025-08-11"), "to": day("2025-08-24"), "reason": "leave"}],
}


def is_away(office, a_day):
    return any(one["from"] <= a_day <= one["to"] for one in ABSENCES.get(office, []))


def office(office_id, role, body, holder=None):
    record = {"id": office_id, "role": role, "body": body, "from": day("2023-01-01")}
    record |= {"holders": [{"name": holder, "from": day("2023-01-01")}]} if holder else {}
    return record | ({"absences": ABSENCES[office_id]} if office_id in ABSENCES else {})


def register():
    bodies = [{"id": "zhambyl", "kind": "oblast", "regulations": ["zhambyl-2019-70"],
               "name": {"kk": "Жамбыл облысы", "ru": "Жамбылская область", "en": "Zhambyl oblast"}},
              {"id": "taraz", "kind": "city", "within": "zhambyl",
               "name": {"kk": "Тараз қаласы", "ru": "город Тараз", "en": "Taraz"}}]
    bodies += [{"id": part, "kind": "micro-district", "within": "taraz", "name": {"kk": name}}
               for part, name in PARTS_OF_TARAZ.items()]
    offices = [office("zhambyl-akim", "oblast-akim", "zhambyl"), office("zh-apparatus-head", "oblast-apparatus-head", "zhambyl"),
               office("zh-press", "oblast-press-service", "zhambyl")]
    offices += [office(deputy, "oblast-deputy-akim", "zhambyl", name)
                for deputy, name in zip(DEPUTIES, ["Р. Шоқпар", "К. Әбілқас", "Л. Тұрғанқыз", "Ғ. Бозтай"])]
    offices += [office(inspector, "chief-inspector", "zhambyl", name)
                for inspector, name in zip(INSPECTORS, ["О. Жарылғап", "Ф. Құттыбай", "И. Мейірман"])]
    for district, (kk, ru, en, akim, okrugs) in DISTRICTS.items():
        bodies.append({"id": district, "kind": "district", "within": "zhambyl", "name": {"kk": kk, "ru": ru, "en": en}})
        offices.append(office(f"{district}-akim", "district-akim", district, akim))
        for okrug, settlements in okrugs.items():
            okrug_id = f"{latin(okrug)}-okrug"
            bodies.append({"id": okrug_id, "kind": "okrug", "within": district, "name": {"kk": f"{okrug} ауылдық округі"}})
            bodies += [{"id": village(one), "kind": "settlement", "within": okrug_id, "name": {"kk": one}} for one in settlements]
    offices.append(office("taraz-akim", "district-akim", "taraz", "Ы. Сарбас"))
    offices += [office(akim, "rural-akim", okrug) for akim, okrug in RURAL_AKIMS.items()]
    return bodies, offices


# ---- days -----------------------------------------------------------------------------------------------------------------------

def in_week(who, monday, weekday):
    """That day of the week, or the nearest working day of the same week on which `who` is there; None where there is none."""
    wanted = monday + timedelta(weekday)
    days = [d for d in days_between(monday, monday + timedelta(4)) if is_working(d) and not is_away(who, d)]
    return min(days, key=lambda d: (abs((d - wanted).days), d), default=None)


def in_month(month, first, last):
    """A working day of that month, from its day `first` to `last`."""
    return chance.choice([d for d in days_between(month.replace(day=first), month.replace(day=last)) if is_working(d)])


def month_name(month):
    return f"{month:%Y-%m}"


def next_month(month):
    return (month + timedelta(32)).replace(day=1)


# ---- meetings of deputies and of district akims ---------------------------------------------------------------------------------

NO_MEETING = {  # annex 1, 1(1); annex 3, 1(1)
    ("zh-deputy-2", "2025-W20"): "deputy-apparatus-meeting-weekly missed",  # an extended one was held that week: a reading counts it
    ("zh-deputy-3", "2025-W40"): "deputy-apparatus-meeting-weekly missed",
    ("zhualy-akim", "2025-W16"): "district-akim-apparatus-meeting-weekly missed",
}
EXTENDED = {  # who, the month reviewed: the day held (None: never), and what is found; annex 1, 1(3); annex 3, 1(2)
    ("zh-deputy-1", "2025-04"): ("2025-05-12", "deputy-extended-meeting-by-10th late"),  # the 10th was a Saturday
    ("zh-deputy-2", "2025-04"): ("2025-05-12", "deputy-extended-meeting-by-10th late"),
    ("zh-deputy-4", "2025-09"): ("2025-10-14", "deputy-extended-meeting-by-10th late"),
    ("talas-akim", "2025-01"): ("2025-02-10", None),  # the 10th itself
    ("talas-akim", "2025-02"): ("2025-03-11", "district-akim-extended-meeting-by-10th late"),  # 10 March was a day off
    ("sarysu-akim", "2025-06"): (None, "district-akim-extended-meeting-by-10th missed"),
}


def apparatus_meetings(who, weekday):
    held = []
    for monday in WEEKS:
        week, a_day = week_name(monday), in_week(who, monday, weekday)
        fault = NO_MEETING.get((who, week))
        if fault:
            plant(f"{who}/{week}", fault)
        elif a_day:
            held.append({"id": f"{who}-{week[5:]}", "type": "apparatus", "by": who, "date": a_day})
    return held


def extended_meetings(who):
    """On the month before, after its statistics and by the 10th."""
    held = []
    for month in MONTHS:
        following = next_month(month)
        published = workdays(following, 2)
        a_day, fault = EXTENDED.get((who, month_name(month)), (chance.choice(
            [d for d in days_between(workdays(following, 3), following.replace(day=10)) if is_working(d)]), None))
        if fault:
            plant(f"{who}/{month_name(month)}", fault)
        if not a_day:
            continue
        steps = {"statistics-published": published}
        if who in AKIMS:
            steps["notified"] = day(a_day) - timedelta(chance.randint(3, 4))
        stands_in = {"by": "zh-deputy-3", "acting-for": who} if is_away(who, day(a_day)) else {"by": who}
        held.append({"id": f"{who}-ext-{month_name(month)[2:]}", "type": "extended-apparatus", **stands_in, "date": day(a_day),
                     "period": month_name(month), "steps": steps})
    return held


# ---- deputies -------------------------------------------------------------------------------------------------------------------

NO_VISIT = {("zh-deputy-3", "2025-08")}
LONG_VISITS = {("zh-deputy-1", "2025-06"): ("korday", "deputy-visit-one-day wrong"),  # two days, and nobody agreed
               ("zh-deputy-2", "2025-09"): ("shu", None),  # and Moiynkum: two days are given for both of them
               ("zh-deputy-3", "2025-10"): ("sarysu", None)}  # the oblast akim agreed beforehand
ANNOUNCED_LATE = {("zh-deputy-4", "2025-11")}
SAME_DAY = date(2025, 10, 14)  # two deputies away at once


def deputies():
    """Visits, each on its day of the deputies' schedule, and the schedules of each quarter."""
    visits, schedules = [], []
    for quarter in MONTHS[::3]:
        for number, deputy in enumerate(DEPUTIES):
            entries = []
            for month in [quarter, next_month(quarter), next_month(next_month(quarter))]:
                if is_away(deputy, month):
                    continue
                entries += deputy_visit(deputy, number, month, visits)
            name = quarter_name(quarter.year, quarter.month)
            schedules.append({
                "id": f"{deputy}-{name}", "type": "visit-schedule", "by": deputy, "period": name,
                "channels": ["oblast-media", "district-media", "oblast-akim-site", "district-akim-site"],
                "steps": {"approved": {"date": workdays(quarter, -chance.randint(3, 6)), "by": "zhambyl-akim"}},
                "entries": entries})
    plant("zh-deputy-3/2025-08", "deputy-district-visit-monthly missed")
    plant("zh-deputy-3-2025-Q3", "deputy-visit-on-schedule missed")
    plant("zhambyl-akim/2025-10-14", "deputies-not-away-at-once wrong")
    return visits, schedules


def deputy_visit(deputy, number, month, visits):
    places = [*DISTRICTS, "taraz"]
    key = (deputy, month_name(month))
    place, fault = LONG_VISITS.get(key, (places[(month.month * 4 + number * 3) % 11], None))
    places = ["moiynkum", "shu"] if key in LONG_VISITS and place == "shu" else [place]
    # Each deputy has a day of the week of his own, so that no two are away at once.
    days = [d for d in days_between(month.replace(day=8), month.replace(day=28)) if is_working(d) and d.weekday() == number + 1]
    a_day = chance.choice(days)
    if month.month == SAME_DAY.month and number < 2:
        a_day = SAME_DAY
    if key not in NO_VISIT:
        record_id = f"{deputy}-v-{month.month:02}"
        dates = {"from": a_day, "to": a_day + timedelta(1)} if key in LONG_VISITS else {"date": a_day}
        announced = a_day - timedelta(4 if key in ANNOUNCED_LATE else chance.randint(5, 9))
        plan = f"{deputy}-{quarter_name(month.year, month.month)}"
        steps = {"announced": announced} | ({"agreed": announced} if place == "sarysu" and key in LONG_VISITS else {})
        visits.append({"id": record_id, "type": "district-visit", "by": deputy, **dates, "places": places, "plan": plan,
                       "steps": steps})
        plant(record_id, *([fault] if fault else []),
              *(["deputy-visit-announced-5-days-before late"] if key in ANNOUNCED_LATE else []))
    return [{"date": a_day, "by": deputy, "places": places}]


def broadcasts_and_reports():
    """The akimdik hour, one deputy a month in turn; briefings; reports to the oblast akim."""
    meetings, reports = [], []
    for number, month in enumerate(MONTHS):
        if month.month == 8:
            plant("zhambyl/2025-08", "akimdik-hour-some-deputy-monthly missed")
        else:
            a_day = in_month(month, 14, 27)
            meetings.append({"id": f"hour-{month.month:02}", "type": "akimdik-hour", "by": DEPUTIES[number % 3], "date": a_day,
                             "format": "live", "channels": ["oblast-television"],
                             "steps": {"announced": a_day - timedelta(chance.randint(3, 5))}})
        on_the_algorithms = report("algorithm", "zh-apparatus-head", month, "algorithm-execution")
        if month.month == 7:
            plant("zh-apparatus-head/2025-07", "apparatus-head-reports-monthly missed")
        else:
            reports.append(on_the_algorithms)
        for deputy in DEPUTIES:
            key = (deputy, month_name(month))
            if key == ("zh-deputy-1", "2025-03"):
                plant("zh-deputy-1/2025-03", "deputy-visit-report-monthly missed")
            elif key not in NO_VISIT and not is_away(deputy, month):
                reports.append(report(f"{deputy}-r", deputy, month, "visit-results") | {"documents": ["minutes"]})
    meetings += briefings()
    return meetings, reports


def report(name, by, month, subject):
    return {"id": f"{name}-{month.month:02}", "type": "report", "by": by, "period": month_name(month), "subject": subject,
            "steps": {"reported": in_month(month, 24, 28)}}


def briefings():
    held = []
    for quarter in MONTHS[::3]:
        for number, deputy in enumerate(DEPUTIES):
            name = quarter_name(quarter.year, quarter.month)
            if (deputy, name) == ("zh-deputy-2", "2025-Q2"):  # others gave one: by a reading one is enough for all
                plant("zh-deputy-2/2025-Q2", "briefing-each-deputy-quarterly missed")
                continue
            a_day = in_month(next_month(quarter), 2 + 5 * number, 7 + 5 * number)
            announced = a_day - timedelta(2 if (deputy, name) == ("zh-deputy-3", "2025-Q4") else chance.randint(3, 5))
            held.append({"id": f"{deputy}-b-{name[5:]}", "type": "briefing", "by": deputy, "date": a_day,
                         "venue": "regional-communications-service", "steps": {"announced": announced}})
    plant("zh-deputy-3-b-Q4", "deputy-briefing-announced-3-days-before late")
    return held


# ---- chief inspectors -----------------------------------------------------------------------------------------------------------

REFERENCES = {  # visit: its day, when the reference was drafted and submitted, and what is found; annex 2, 7 and 10
    "inspector-1-03a": ("2025-03-06", "2025-03-14", "2025-03-18", None),  # 10 March is a day off: the fifth and the seventh day
    "inspector-3-03b": ("2025-03-20", "2025-04-01", "2025-04-03", None),  # so are 21, 24 and 25 March
    "inspector-2-05a": ("2025-05-06", "2025-05-16", "2025-05-19", "reference-drafted-in-5-working-days late"),
    # Late from the end of the study, not from the drafting; the second late by both readings.
    "inspector-1-09b": ("2025-09-18", "2025-09-25", "2025-09-30", "reference-to-governor-in-7-working-days late"),
    "inspector-3-10a": ("2025-10-08", "2025-10-15", "2025-10-28", "reference-to-governor-in-7-working-days late"),
}
NOT_MADE = "inspector-2-06b"  # annex 2, 1: twice a month
NOT_SCHEDULED = "kokadyr"  # annex 2, 1 para 2: no schedule of the year names it


def inspectors():
    visits, references, schedules = [], [], []
    for inspector in INSPECTORS:
        stops = [places for body in OF_INSPECTOR[inspector] for places in places_of(body)]
        for quarter in MONTHS[::3]:
            entries = []
            name = quarter_name(quarter.year, quarter.month)
            for month in [quarter, next_month(quarter), next_month(next_month(quarter))]:
                for half, (first, last) in {"a": (3, 12), "b": (16, 25)}.items():
                    visit_id = f"{inspector}-{month.month:02}{half}"
                    places = stops[((month.month - 1) * 2 + "ab".index(half)) % len(stops)]
                    a_day = day(REFERENCES[visit_id][0]) if visit_id in REFERENCES else in_month(month, first, last)
                    entries.append({"date": a_day, "by": inspector, "places": [one for one in places if one != NOT_SCHEDULED]})
                    if visit_id != NOT_MADE:
                        visits.append(inspection(visit_id, inspector, a_day, entries[-1]["places"], f"{inspector}-{name}"))
                        references.append(reference(visit_id, inspector, a_day))
            schedules.append({
                "id": f"{inspector}-{name}", "type": "visit-schedule", "by": inspector, "period": name,
                "channels": ["local-media", "oblast-akim-site", "district-akim-site"],
                "steps": {"approved": {"date": workdays(quarter, -chance.randint(3, 6)), "by": "zh-apparatus-head"}},
                "entries": entries})
    plant("inspector-2/2025-06", "inspection-visits-twice-monthly missed")
    plant("inspector-2-2025-Q2", "inspection-visit-on-schedule missed")
    plant("zhambyl/2025", "inspection-schedules-cover-all-settlements missed")
    return visits, references, schedules


def places_of(body):
    if body == "taraz":
        return [[part] for part in PARTS_OF_TARAZ]
    return [SETTLEMENTS[okrug] for okrug, district in OKRUGS.items() if district == body]


def inspection(visit_id, inspector, a_day, places, plan):
    told = a_day - timedelta(chance.randint(5, 7))
    return {"id": visit_id, "type": "inspection-visit", "by": inspector, "date": a_day, "places": places, "plan": plan,
            "activities": ["residents", "reception"],
            "steps": {"announced": {"date": told, "through": "district-press"},
                      "notified": {"date": told, "addressee": "resident"}}}


def reference(visit_id, inspector, ended):
    _, drafted, submitted, fault = REFERENCES.get(visit_id, (ended, workdays(ended, chance.randint(3, 5)), None, None))
    submitted = submitted or workdays(day(drafted), chance.randint(1, 2))
    plant(f"{visit_id}-ref", *([fault] if fault else []))
    return {"id": f"{visit_id}-ref", "type": "reference", "by": inspector, "visit": visit_id, "copies": 3, "signed-by": [inspector],
            "steps": {"study-ended": ended, "drafted": day(drafted),
                      "submitted": {"date": day(submitted), "addressee": "zhambyl-akim"}}}


# ---- district akims -------------------------------------------------------------------------------------------------------------

TOURS = {  # who, month: what differs
    ("merke-akim", "2025-04"): "one okrug",
    ("korday-akim", "2025-05"): "one settlement left out",
    ("taraz-akim", "2025-02"): "one part of the city",
}
APPROVED_LATE = ("sarysu-akim", "2025-Q2")  # two working days after the first tour of the quarter
SECTORS = {  # who, month: the sectors of the two meetings
    ("shu-akim", "2025-11"): (["production"], ["production"]),
    ("moiynkum-akim", "2025-09"): (["production"], ["production", "social"]),
}


def tours(who, district):
    """The tours of the month, each on its day of the schedule, and the schedules of each quarter."""
    visits, schedules = [], []
    for quarter in MONTHS[::3]:
        entries = []
        name = quarter_name(quarter.year, quarter.month)
        for month in [quarter, next_month(quarter), next_month(next_month(quarter))]:
            entries += tours_of_month(who, district, month, f"{who}-{name}", visits)
        approved = workdays(quarter, -chance.randint(2, 5))
        if (who, name) == APPROVED_LATE:
            approved = workdays(entries[0]["date"], 2)
            plant(f"{who}-t-{quarter.month:02}a", "okrug-tour-schedule-approved-by-akim late")
        schedules.append({"id": f"{who}-{name}", "type": "visit-schedule", "by": who, "period": name,
                          "channels": ["district-media", "district-akim-site"],
                          "steps": {"approved": {"date": approved, "by": who},
                                    "sent": {"date": workdays(approved, 1), "addressee": "chief-inspector"}},
                          "entries": entries})
    return visits, schedules


def tours_of_month(who, district, month, plan, visits):
    stops = places_of(district)
    differs = TOURS.get((who, month_name(month)))
    entries = []
    for half, (first, last) in enumerate([(3, 13), (15, 26)]):
        places = stops[(month.month * 2 + half) % len(stops)]
        a_day = in_month(month, first, last)
        entries.append({"date": a_day, "by": who, "places": places})
        if half == 1 and differs in ("one okrug", "one part of the city"):
            rule = "taraz-akim-city-parts-monthly" if district == "taraz" else "district-akim-two-okrugs-monthly"
            plant(f"{who}/{month_name(month)}", f"{rule} missed")
            plant(plan, "okrug-tour-on-schedule missed")
            continue
        if half == 1 and differs == "one settlement left out":
            places = places[:-1]
            entries[-1]["places"] = places
            plant(f"{who}/{month_name(month)}", "district-akim-okrug-all-settlements missed")
        visits.append({"id": f"{who}-t-{month.month:02}{'ab'[half]}", "type": "okrug-tour", "by": who, "date": a_day,
                       "places": places, "plan": plan})
    return entries


def with_people(who):
    """Two sector meetings a month, one of production and one social; one meeting with vulnerable groups."""
    held = []
    for month in MONTHS:
        kinds = SECTORS.get((who, month_name(month)), (["production"], ["social"]))
        if (who, month_name(month)) in SECTORS:
            plant(f"{who}/{month_name(month)}", "district-akim-two-sector-meetings-monthly missed")
        for number, sectors in enumerate(kinds):
            a_day = in_month(month, 5 + 9 * number, 13 + 9 * number)
            held.append({"id": f"{who}-s-{month.month:02}{'ab'[number]}", "type": "sector", "by": who, "date": a_day,
                         "sectors": sectors, "steps": {"announced": a_day - timedelta(chance.randint(2, 5))}})
            if len(sectors) > 1:
                plant(held[-1]["id"], "sector-meetings-held-separately wrong")
        if (who, month.month) == ("zhambyl-district-akim", 1):
            plant(f"{who}/2025-01", "vulnerable-groups-meeting-monthly missed")
        else:
            held.append({"id": f"{who}-g-{month.month:02}", "type": "vulnerable-groups", "by": who,
                         "date": in_month(month, 10, 28)})
    return held


def databases():
    """Annex 3, 14: every district has its database of business."""
    made = [{"id": f"{who}-db", "type": "database", "by": who, "date": day("2024-09-02"),
             "contents": ["small-and-medium-business", "producers", "entrepreneurs", "peasant-farms"]}
            for who in AKIMS if who != "merke-akim"]
    plant("merke-akim/2026-01-12", "district-business-database missed")
    return made


# ---- rural akims ----------------------------------------------------------------------------------------------------------------

NO_TOUR = {("buryl-rural-akim", "2025-W23"), ("usharal-rural-akim", "2025-W30")}
NO_RECEPTION = ("akkol-rural-akim", "2025-W36")
NO_PASSPORT, NOT_RENEWED = "akzhar", "oyyk-rural-akim"


def settlement_tours(who, okrug, weekday):
    visits = []
    for number, monday in enumerate(WEEKS):
        week, a_day = week_name(monday), in_week(who, monday, weekday)
        if (who, week) in NO_TOUR:
            plant(f"{who}/{week}", "rural-akim-tour-weekly missed")
            continue
        if not a_day:
            continue
        done = ["residents", "reception"]
        if (who, week) == NO_RECEPTION:
            done = ["residents"]
            plant(f"{who}/{week}", "rural-akim-tour-meeting-and-reception missed")
        place = SETTLEMENTS[okrug][number % len(SETTLEMENTS[okrug])]
        visits.append({"id": f"{who}-{week[5:]}", "type": "settlement-tour", "by": who, "date": a_day, "places": [place],
                       "activities": done, "documents": ["problem-list"]})
    return visits


def passports():
    made = []
    for who, okrug in RURAL_AKIMS.items():
        places = [one for one in SETTLEMENTS[okrug] if one != NO_PASSPORT]
        updated = date(2024, 11, 20) if who == NOT_RENEWED else in_month(MONTHS[10], 3, 28)
        made.append({"id": f"{okrug}-passports", "type": "passport", "by": who, "places": places,
                     "steps": {"drafted": day("2020-06-01"), "updated": updated}})
    plant("buryl-rural-akim/2026-01-12", "settlement-passport-exists missed")
    plant(f"{NOT_RENEWED}/2025", "passport-updated-yearly missed")
    return made


# ---- the folder -----------------------------------------------------------------------------------------------------------------

CONFIGURATION = """\
# How reglament-check reads this folder; see reglament-config(5).

# The year that is judged: the posts are older than these diaries.
period: 2025
"""


def by_date(records):
    return sorted(records, key=lambda one: str(one.get("date", one.get("from"))))


def write(path, head, **families):
    clerk.write(path, head, compact=True, **families)


def write_folder(folder):
    bodies, offices = register()
    write(folder / "register.yaml", "The oblast, its districts, some of their okrugs, and who owes what.\n"
          "Made by examples/generate/zhambyl.py; every name of a person is made up.", bodies=bodies, offices=offices)
    visits, schedules = deputies()
    meetings, reports = broadcasts_and_reports()
    for number, deputy in enumerate(DEPUTIES):
        meetings += apparatus_meetings(deputy, number % 2) + extended_meetings(deputy)
    write(folder / "oblast/deputies.yaml", "What the deputies of the oblast akim held, and where they went.",
          assignments=schedules + reports, meetings=by_date(meetings), visits=by_date(visits))
    visits, references, schedules = inspectors()
    write(folder / "oblast/inspectors.yaml", "Where the chief inspectors went, and their references.",
          assignments=schedules + references, visits=by_date(visits))
    for number, (who, district) in enumerate(zip(AKIMS, [*DISTRICTS, "taraz"])):
        visits, schedules = tours(who, district)
        meetings = apparatus_meetings(who, number % 3) + extended_meetings(who) + with_people(who)
        write(folder / f"districts/{district}.yaml", f"What the akim of {district} held, and the tours.",
              assignments=schedules, meetings=by_date(meetings), visits=by_date(visits))
    write(folder / "districts/databases.yaml", "The databases of business (annex 3, 14).", assignments=databases())
    for number, (who, okrug) in enumerate(RURAL_AKIMS.items()):
        write(folder / f"okrugs/{okrug.removesuffix('-okrug')}.yaml", "The rural akim's tours.",
              visits=settlement_tours(who, okrug, number % 4 + 1))
    write(folder / "okrugs/passports.yaml", "The passports of the settlements (annex 4, 15 to 18).", assignments=passports())
    (folder / "reglament.yaml").write_text(CONFIGURATION, encoding="utf-8")


if __name__ == "__main__":
    run("zhambyl", write_folder)
