#!/usr/bin/env python3
"""Writes the records of examples/kazygurt: a district as its control unit keeps it, July 2025 to June 2026.

usage: kazygurt.py [FOLDER]       (default: examples/kazygurt beside this script)
       kazygurt.py --planted      what the check must find, one `rule where outcome` a line, and nothing else

All names are made up. What is in order is drawn by chance from a fixed seed; what is not is written out below, under
FAULTS, SESSIONS and the like, and in kazygurt_papers.py, with the rule that must find it.
"""

import random
from datetime import date, datetime, timedelta

import kazygurt_papers as papers
from clerk import (day, days_between, is_working, months, one_month_after, plant, quarter_name, rolled, run, week_name, weeks,
                   workdays, write)
from kazygurt_offices import ABSENCES, AS_OF, DEPARTMENTS, DEPUTIES, EXECUTORS, FIRST, OKRUGS, RURAL_AKIMS, akim_on, register
from kazygurt_papers import MAILING_LIST, MINUTES_FORM

chance = random.Random(135)


def taken(steps, changes):
    """The steps taken by now, as `changes` has them where it names them; None: it was not taken."""
    done = {step: day(changes.get(step, usual)) for step, usual in steps.items()}
    return {step: on for step, on in done.items() if on and first_day(on) <= AS_OF}


def first_day(on):
    """When a step was taken first: it is a day, a map with its day, or a list of these."""
    return first_day(on[0]) if isinstance(on, list) else on["date"] if isinstance(on, dict) else on


# ---- meetings -------------------------------------------------------------------------------------------------------------------

EVERYONE = ["district-deputy-akim", "district-apparatus-head", "department-head", "rural-akim", "territorial-institution-head"]
APPARATUS_PAPERS = ["agenda", "cover-letter", {"document": "reference", "pages": 3}, "draft-report", "minutes-proposals",
                    "invitee-list", "electronic-recording"]
APPARATUS_MATERIALS = {"languages": ["kk", "ru"], "media": ["electronic", "paper"], "signed-by": ["department-head", "rural-akim"],
                       "agreed-by": ["district-deputy-akim", "district-apparatus-head", "department-head"]}

# Monday of the week: what differs from the usual, and what the check must find.
APPARATUS = {
    "2025-08-11": (None, ["apparatus-meeting-weekly missed"]),
    "2025-08-18": ({"acting": "kaz-deputy-1"}, []),  # 1.4: by the akim's order, of which there is a copy
    "2025-09-15": ({"agenda-sent": {"date": "2025-09-10", "through": "messenger"}}, [
        "apparatus-agenda-sent-4-working-days-before late"]),
    "2025-10-06": ({"minutes-drafted": "2025-10-09"}, ["apparatus-minutes-drafted-in-1-working-day late"]),
    "2025-11-24": ({"chair": "kaz-apparatus-head"}, ["apparatus-meeting-chaired-by-akim wrong"]),
    "2025-12-15": ({"minutes-drafted": "2025-12-17"}, []),  # Tuesday 16 is a holiday: in time
    "2026-01-19": ({"signed-by": ["district-deputy-akim", "kaz-apparatus-head"]}, ["apparatus-minutes-signed wrong"]),
    "2026-02-09": ({"absent": "turbat-akim"}, ["apparatus-meeting-participants wrong"]),
    "2026-03-02": ({"minutes-drafted": None}, ["apparatus-minutes-drafted-in-1-working-day missed"]),
    "2026-04-06": ({"materials-submitted": "2026-04-03", "late-materials-reported": "2026-04-03"}, [
        "apparatus-materials-2-working-days-before late"]),
    "2026-04-20": ({"control-by": None}, ["minutes-name-controller wrong"]),
    "2026-05-18": ({"materials-submitted": "2026-05-15"}, [
        "apparatus-materials-2-working-days-before late", "apparatus-late-materials-reported wrong"]),
}


def apparatus_meeting(monday):
    """The meeting of that week, on its first working day; None where none was held."""
    changes, faults = APPARATUS.get(monday.isoformat(), ({}, []))
    if changes is None:
        plant(f"kaz-org/{week_name(monday)}", *faults)
        return None
    held, acting = rolled(monday), changes.get("acting")
    meeting = {
        "id": f"AM-{week_name(monday)[2:]}", "type": "apparatus", "by": acting or "kaz-akim", "date": at(held, 10),
        **({"acting-for": "kaz-akim"} if acting else {}), "chair": changes.get("chair", acting or "kaz-akim"),
        "participants": everyone_but(changes.get("absent")), "speakers": ["department-head"],
        "documents": APPARATUS_PAPERS + (["order-on-acting"] if acting else []), "materials": APPARATUS_MATERIALS,
        "mailing-list": MAILING_LIST, "instructions-given": True,
        "steps": taken({
            "agenda-agreed": workdays(held, -6),
            "agenda-approved": {"date": workdays(held, -5), "by": akim_on(workdays(held, -5))},
            "agenda-sent": {"date": workdays(held, -4), "through": "messenger"},
            "materials-agreed": {"date": workdays(held, -2), "by": "kaz-deputy-1"},
            "materials-submitted": workdays(held, -2),
            "late-materials-reported": None,
            "final-materials-submitted": workdays(held, -1),
            "running-order-prepared": workdays(held, -1),
            "notified": {"date": workdays(held, -1), "addressee": "invitee"},
            "dossier-assembled": workdays(held, -1),
            "dossier-handed-over": {"date": workdays(held, -1), "addressee": "kaz-apparatus-head"},
            "presented": {"date": held, "addressee": acting or "kaz-akim"},
            "minutes-drafted": workdays(held, 1),
            "minutes-sent": {"date": workdays(held, 3), "addressee": MAILING_LIST}}, changes),
    }
    if "minutes-drafted" in meeting["steps"]:
        meeting["minutes"] = {
            "instructions": chance.randint(3, 9), "executors": ["department-head", "rural-akim"],
            "signed-by": changes.get("signed-by", ["district-deputy-akim", "kaz-apparatus-head", "kaz-akim"]),
            "chair": meeting["chair"], "persons-present": 34, "questions": 3, "rapporteurs": 3, "speakers": 5,
            "contents": ["due-dates"], **minutes_form(changes)}
    else:
        del meeting["steps"]["minutes-sent"]
    plant(meeting["id"], *faults)
    return meeting


def minutes_form(changes):
    """9.5: the form of minutes, and who controls what they set down."""
    return {field: value for field, value in {**MINUTES_FORM, **changes}.items() if field in MINUTES_FORM and value is not None}


def everyone_but(absent):
    """A role stands for all who hold it; where one of them stayed away they are named."""
    if absent is None:
        return EVERYONE
    return [one for one in EVERYONE if one != "rural-akim"] + [akim for akim in RURAL_AKIMS if akim != absent]


def at(a_day, hour):
    return datetime(a_day.year, a_day.month, a_day.day, hour)


SESSION_PAPERS = {"agenda": {}, "reference": {"pages": 4}, "draft-resolution": {}, "comparative-table": {},
                  "presentation": {"megabytes": 7, "font-size": 24, "aspect-ratio": "16:9", "colour": True},
                  "report-text": {"duration": 8}, "participants-list": {}, "electronic-recording": {}}
SESSIONS = {  # the day: what differs, and what the check must find
    "2025-07-24": ({}, []),
    "2025-08-28": ({}, []),
    "2025-09-25": ({"reference": {"pages": 7}}, ["session-reference-max-5-pages wrong"]),
    "2025-10-23": ({"resolutions-handed-over": "2025-10-28"}, ["session-papers-handed-over-next-day late"]),
    "2025-11-27": ({"present": 10}, ["session-quorum-two-thirds wrong"]),
    "2025-12-25": ({"participants-list": None}, ["session-has-reference wrong"]),
    "2026-01-29": ({"signed-by": "kaz-deputy-1"}, ["session-materials-signed-by-first-head wrong"]),
    "2026-02-26": ({"materials-submitted": "2026-02-20"}, ["session-materials-5-working-days-before late"]),
    "2026-03-26": ({"format": "absentee", "rural-akim": None}, [  # its form is told of the month, below
        "session-handout-members-and-rural-akims wrong"]),
    "2026-04-23": ({"presentation": {"megabytes": 14}}, ["session-presentation-max-10-mb wrong"]),
    "2026-05-28": ({"votes-for": 6, "present": 12}, ["session-resolution-majority wrong"]),
    "2026-06-25": ({"minutes-drafted": "2026-06-29"}, ["session-minutes-drafted-in-1-working-day late"]),
}
plant("kaz-apparatus-head/2026-03", "session-monthly-in-person-or-mixed missed")


def session(number, held, changes, faults):
    present = changes.get("present", chance.randint(12, 16))
    handed_over = day(changes.get("resolutions-handed-over", workdays(held, 1)))
    plant(f"S-{number}", *faults)
    return {
        "id": f"S-{number}", "type": "akimdik-session", "by": "kaz-akim", "date": at(held, 11), "chair": "kaz-akim",
        "convened-by": "kaz-apparatus-head", "format": changes.get("format", chance.choice(["in-person", "mixed"])),
        "languages": ["kk"], "attendance": {"members": 16, "present": present}, "speakers": ["kaz-finance"],
        "documents": papers_of(SESSION_PAPERS, changes), "handouts": handouts(changes),
        "materials": {"languages": ["kk"], "media": ["electronic", "paper"],
                      "signed-by": [changes.get("signed-by", "kaz-finance")], "agreed-by": ["kaz-deputy-1", "kaz-org"]},
        "minutes": session_minutes(present), "instructions-given": True, "channels": ["regional-media", "electronic-media"],
        "resolutions": [{"title": f"Аудандық бюджетке өзгерістер енгізу туралы ({number})",
                         "votes-for": changes.get("votes-for", present - chance.randint(0, 2))}],
        "steps": taken({
            "materials-submitted": workdays(held, -5),
            "dossier-handed-over": workdays(held, -1),
            "minutes-drafted": workdays(held, 1),
            "resolutions-handed-over": handed_over,
            "registered": workdays(handed_over, chance.randint(1, 2)),
            "coverage-published": chance.choice([held, workdays(held, 1)])}, changes),
    }


def papers_of(usual, changes):
    """The usual papers with what differs; None: it is missing."""
    differing = {name: changes.get(name, {}) for name in usual}
    return [{"document": name, **usual[name], **differs} if usual[name] else name
            for name, differs in differing.items() if differs is not None]


HANDOUTS = {  # 5.8: who has which papers at the session
    "kaz-akim": ["agenda", "running-order", "invitee-list", "draft-resolutions-list", "reference", "report-text", "slides"],
    "district-deputy-akim": ["agenda", "draft-resolutions-list", "report-text", "slides"],
    "kaz-apparatus-head": ["agenda", "draft-resolutions-list", "report-text", "slides"],
    "akimdik-member": ["agenda", "draft-resolutions-list"],
    "rural-akim": ["agenda", "draft-resolutions-list"],
}


def handouts(changes):
    return [{"addressee": who, "documents": papers} for who, papers in {**HANDOUTS, **changes}.items() if who in HANDOUTS and papers]


def session_minutes(present):
    questions = chance.randint(2, 5)
    return {"persons-present": present, "questions": questions, "question-essence": True, "rapporteurs": questions,
            "resolutions": 1, "agreed-by": ["kaz-apparatus-head"], "chair": "kaz-akim", "speakers": questions,
            "instructions": questions, "executors": ["department-head"], "contents": ["due-dates"], **MINUTES_FORM}


def extraordinary_session():
    """5.10: for an urgent one an agenda is enough."""
    next_day = date(2026, 2, 4)
    return {"id": "S-X1", "type": "extraordinary-akimdik-session", "by": "kaz-akim", "date": at(date(2026, 2, 3), 15),
            "chair": "kaz-akim", "initiated-by": "kaz-akim", "format": "in-person", "languages": ["kk"],
            "attendance": {"members": 16, "present": 13}, "speakers": ["kaz-construction"],
            "documents": ["agenda", "electronic-recording"], "minutes": session_minutes(13), "instructions-given": True,
            "channels": ["regional-media", "electronic-media"],
            "resolutions": [{"title": "Төтенше жағдай жариялау туралы", "votes-for": 13}],
            "steps": {"agenda-sent": date(2026, 2, 3), "minutes-drafted": next_day, "resolutions-handed-over": next_day,
                      "registered": date(2026, 2, 5), "coverage-published": next_day}}


def meetings():
    held = [one for monday in weeks(date(2025, 7, 7), AS_OF) if (one := apparatus_meeting(monday))]
    held += [session(number, day(text), *rest) for number, (text, rest) in enumerate(SESSIONS.items(), 1)]
    held.append(extraordinary_session())
    held.append({"id": "R-2026", "type": "report-meeting", "by": "kaz-akim", "date": day("2026-02-18")})
    return sorted(held, key=lambda one: str(one["date"]))


# ---- working trips and plans ----------------------------------------------------------------------------------------------------

TRIPS = {  # the day: what differs, and what the check must find
    "2025-07-22": ({}, []), "2025-08-06": ({}, []), "2025-09-11": ({}, []), "2025-09-30": ({}, []),
    "2025-10-16": ({"notified": "2025-10-09"}, ["trip-notified-7-working-days-before late"]),
    "2025-11-12": ({"draft-instructions": {"agreed-by": ["kaz-deputy-1"], "contents": ["responsible"]}}, [
        "trip-draft-instructions-have-due-dates wrong"]),
    "2025-12-10": ({}, []),
    "2026-01-21": ({"materials-submitted": "2026-01-16"}, ["trip-materials-5-working-days-before late"]),
    "2026-02-17": ({"registration-list": None}, ["field-meeting-participants-registered wrong"]),
    "2026-03-12": ({}, []),
    "2026-03-27": ({"report-prepared": "2026-04-01"}, ["trip-report-in-1-working-day late"]),
    "2026-04-15": ({"in-schedule": False}, ["trip-in-akim-schedule wrong"]),
    "2026-05-13": ({"press-note": {"languages": ["kk"]}}, ["trip-press-note-kk-ru wrong"]),
    "2026-06-10": ({}, []),
}
TRIP_PAPERS = {"draft-programme": {}, "socio-economic-reference": {}, "public-political-reference": {}, "theme-materials": {},
               "problem-questions": {}, "site-passports": {}, "resource-confirmation": {}, "registration-list": {},
               "draft-instructions": {"agreed-by": ["kaz-deputy-1"], "contents": ["due-dates"]},
               "press-note": {"languages": ["kk", "ru"]}}


def trips():
    visits = []
    okrugs = list(OKRUGS)
    for number, (text, (changes, faults)) in enumerate(TRIPS.items(), 1):
        went = day(text)
        submitted = day(changes.get("materials-submitted", workdays(went, -chance.choice([5, 6]))))
        visits.append({
            "id": f"T-{number:02}", "type": "working-trip", "by": "kaz-akim", "date": went,
            "places": [okrugs[number % 13], okrugs[(number + 5) % 13]], "activities": ["site-tour", "residents"],
            "documents": papers_of(TRIP_PAPERS, changes), "materials": {"solutions-per-problem": 2, "site-named": True},
            "channels": ["district-press", "regional-media", "electronic-media"], "instructions-given": True,
            "minutes": {"instructions": 4, "executors": ["department-head", "rural-akim"], **MINUTES_FORM},
            "steps": taken({
                "notified": workdays(went, -chance.choice([7, 8, 9])),
                "materials-submitted": submitted,
                "materials-sent-for-check": workdays(submitted, chance.randint(1, 2)),
                "dossier-handed-over": [{"date": workdays(went, -2), "addressee": "kaz-apparatus-head"},
                                        {"date": workdays(went, -2), "addressee": "kaz-assistant"}],
                "dossier-agreed": workdays(went, -2),
                "minutes-drafted": workdays(went, 1),
                "report-prepared": workdays(went, 1),
                "press-note-published": chance.choice([went, workdays(went, 1)]),
                "coverage-published": chance.choice([went, workdays(went, 1)])}, changes)})
        plant(f"T-{number:02}", *faults)
    return visits


CHANGED = {  # 2.3: an entry of the akim's schedule that was moved or called off, and who proposed it
    "2025-W45": ("2025-11-06", {"moved-to": day("2025-11-07")}, "kaz-deputy-2"),
    "2026-W03": ("2026-01-14", {"cancelled": True}, "kaz-apparatus-head"),
    "2026-W19": ("2026-05-05", {"moved-to": day("2026-05-06")}, "kaz-culture"),
}
WITHOUT_REQUEST = "2026-W07"  # 2.4: an event in a hall that nobody had asked for
plant("WS-26-W19", "akim-schedule-change-proposed wrong")
plant("HS-26-W07", "hall-event-has-request wrong")


def schedules():
    """The akim's schedule and that of the halls, for every week."""
    records = []
    heads = list(DEPARTMENTS)
    planned = {day(text) for text, (changes, _) in {**TRIPS, **SESSIONS}.items() if changes.get("in-schedule", True)}
    for monday in weeks(FIRST, AS_OF):
        week, drawn_up = week_name(monday), {"drafted": workdays(monday, -1)}
        days = sorted({rolled(monday)} | {d for d in planned if monday <= d <= monday + timedelta(6)})
        entries = [{"date": d, "by": "kaz-akim"} for d in days]
        if week in CHANGED:
            planned_for, change, proposer = CHANGED[week]
            entries.append({"date": day(planned_for), "by": "kaz-akim", "title": "Кәсіпкерлермен кездесу", "changed": True, **change,
                            "proposed-by": proposer, "entered-by": "kaz-org"})
        records.append({"id": f"WS-{week[2:]}", "type": "weekly-schedule", "by": "kaz-akim", "period": week, "steps": drawn_up,
                        "entries": entries})
        head = heads[monday.toordinal() // 7 % len(heads)]
        records.append({"id": f"HS-{week[2:]}", "type": "hall-schedule", "by": "kaz-org", "period": week, "steps": drawn_up,
                        "entries": [{"date": workdays(monday, 2), "by": head, "title": "Семинар",
                                     **({} if week == WITHOUT_REQUEST else {"requested-by": head})}]})
    return records


PROPOSALS = {  # office, quarter: the day it came in; None: never
    ("karabau-akim", "2026-Q1"): (None, ["trip-proposals-quarterly-from-all missed"]),
    ("kaz-sport", "2025-Q4"): (None, ["trip-proposals-quarterly-from-all missed"]),
    ("zhigergen-akim", "2026-Q2"): ("2026-04-03", ["trip-proposals-before-quarter late"]),
}


def trip_proposals():
    """4.2: every department and every okrug, before each quarter; the post at Shanak was vacant through the last one of 2025."""
    records = []
    for start in [FIRST, date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]:
        quarter = quarter_name(start.year, start.month)
        for by in [*DEPARTMENTS, *RURAL_AKIMS]:
            if (by, quarter) == ("shanak-akim", "2025-Q4"):
                continue
            # The regulation came into force on the first day of the first quarter.
            usual = workdays(start, chance.randint(1, 8) if start == FIRST else -chance.randint(1, 10))
            submitted, faults = PROPOSALS.get((by, quarter), (usual, []))
            record_id = f"TP-{quarter[2:]}-{by}"
            plant(record_id if submitted else f"{by}/{quarter}", *faults)
            if submitted:
                records.append({"id": record_id, "type": "trip-proposal", "by": by, "period": quarter,
                                "steps": {"submitted": day(submitted)}})
    records.append({"id": "PLAN-2026", "type": "trip-plan", "by": "kaz-org", "period": "2026",
                    "steps": {"agreed": {"date": day("2025-12-17"), "by": [*DEPUTIES, "kaz-apparatus-head"]},
                              "presented": {"date": day("2025-12-19"), "addressee": "kaz-akim"}}})
    return records


# ---- reports and lists of the control unit --------------------------------------------------------------------------------------

LEFT_OUT_OF_LIST = ("2026-02", "sharapkhana-akim")  # 13.4: had assignments on control in February
NO_LIST = "2026-W15"
LIST_CONTENTS = ["event-kind", "date-given", "instruction-text", "executors", "due-dates", "closed-mark", "closing-ground",
                 "extension-mark", "note"]
SUMMARIES = {"2025-Q3": "2025-10-17", "2025-Q4": "2026-01-22", "2026-Q1": "2026-04-20"}  # 13.16: by the 20th


def reports():
    plant(f"kaz-doc/{NO_LIST}", "control-list-weekly-to-leadership missed")
    plant(f"kaz-doc/{LEFT_OUT_OF_LIST[0]}", "control-list-to-every-executor-monthly missed")
    plant("kaz-doc/2025-Q4", "control-quarterly-summary-by-20th late")
    plant("kaz-hr/2025-11", "discipline-report-by-1st-of-next-month late")
    records = [{"id": f"CL-{week_name(monday)[2:]}", "type": "control-list", "by": "kaz-doc", "date": max(rolled(monday), FIRST),
                "addressee": ["kaz-apparatus-head"], "contents": LIST_CONTENTS}
               for monday in weeks(FIRST, AS_OF) if week_name(monday) != NO_LIST]
    for year, month in months(FIRST, AS_OF):
        name = f"{year}-{month:02}"
        records.append({"id": f"CLM-{name[2:]}", "type": "control-list", "by": "kaz-doc", "date": rolled(date(year, month, 5)),
                        "addressee": [one for one in [*DEPARTMENTS, *RURAL_AKIMS] if (name, one) != LEFT_OUT_OF_LIST]})
        following = (date(year, month, 1) + timedelta(32)).replace(day=1)
        reported = date(2025, 12, 3) if name == "2025-11" else rolled(following)
        if reported <= AS_OF:
            records.append({"id": f"LD-{name[2:]}", "type": "discipline-report", "by": "kaz-hr", "period": name,
                            "steps": {"reported": reported}})
    records += [{"id": f"SR-{quarter[2:]}", "type": "summary-report", "by": "kaz-doc", "period": quarter,
                 "contents": ["oblast-akim-assignments", "district-akim-assignments"], "steps": {"reported": day(reported)}}
                for quarter, reported in SUMMARIES.items()]
    return records + monitoring()


def monitoring():
    """20.2: each deputy monitors the department heads supervised."""
    records = []
    for quarter, done in {"2025-Q3": "2025-10-10", "2025-Q4": "2026-01-14", "2026-Q1": "2026-04-10"}.items():
        for deputy in DEPUTIES:
            heads = [name for name, (_, supervisor) in DEPARTMENTS.items() if supervisor == deputy]
            if (quarter, deputy) == ("2025-Q4", "kaz-deputy-2"):
                heads.remove("kaz-housing")
            reported = {"date": workdays(day(done), 5), "addressee": deputy}
            steps = {"monitored": day(done)} | ({} if (quarter, deputy) == ("2026-Q1", "kaz-deputy-3") else {"reported": reported})
            records.append({"id": f"SM-{quarter[2:]}-{deputy[-1]}", "type": "staff-monitoring", "by": deputy, "period": quarter,
                            "person": heads, "steps": steps})
    plant("SM-26-Q1-3", "monitoring-result-reported-to-deputy wrong")
    plant("kazygurt/2025-Q4", "department-heads-monitored-quarterly missed")
    return records


# ---- control assignments --------------------------------------------------------------------------------------------------------

SUBJECTS = [
    "Ауызсу құбырын жөндеу туралы", "Мектеп жылыту маусымына дайындық туралы", "Жол жөндеу барысы туралы",
    "Егін жинау барысы туралы", "Жұмыссыздықты азайту шаралары туралы", "Ауыл клубын күрделі жөндеу туралы",
    "Жер учаскелерін түгендеу туралы", "Көше жарығын орнату туралы", "Шағын несие беру барысы туралы",
    "Мал басын вакцинациялау туралы", "Қоқыс полигонын ретке келтіру туралы", "Спорт алаңын салу туралы",
    "Тұрғындардың ұсыныстарын қарау туралы", "Салық түсімдерінің орындалуы туралы", "Су тасқынының алдын алу туралы",
    "Көктемгі егіске дайындық туралы", "Газбен қамту кестесі туралы", "Әлеуметтік көмек тағайындау туралы",
    "Санитарлық тазалық айлығы туралы", "Мемлекеттік сатып алу жоспары туралы",
]


def control_term(received):
    """A class of control and a due date that fits it (13.2)."""
    control = chance.choices(["very-urgent", "urgent", "short", "medium", "long"], [2, 6, 60, 25, 4])[0]
    if control == "very-urgent":
        return {"mark": control}, workdays(received, chance.randint(2, 3))
    if control == "urgent":
        return {"mark": control}, workdays(received, chance.randint(8, 10))
    if control == "short":
        return {"control": control}, any_workday(workdays(received, 11), one_month_after(received))
    if control == "medium":
        return {"control": control}, any_workday(received + timedelta(40), received + timedelta(150))
    return {"control": control}, any_workday(received + timedelta(190), received + timedelta(260))


def any_workday(first, last):
    return chance.choice([d for d in days_between(first, last) if is_working(d)])


def current_due(received, due, extensions, by):
    """The due date in force: 13.15, and only what 13.7 and 12.6 let move it."""
    now = rolled(due or one_month_after(received))
    for extension in extensions:
        if "to" in extension and extension["decided"] <= now and may_decide(by, extension["decided-by"], extension["decided"]):
            now = rolled(extension["to"])
    return now


def may_decide(by, who, on):
    if by == "turkistan-akim":
        return who == "turkistan-akim"
    acting = [one["acting"] for one in ABSENCES["kaz-akim"] if one["from"] <= on <= one["to"]]
    return who in ["kaz-akim", "kaz-apparatus-head", *acting]


FIELDS = ("mark", "control", "on-control", "defaulting", "plan-waived", "subject")  # what is no step, among the changes


def assignment(received, due=None, lead=None, co=(), extensions=(), by="kaz-akim", faults=(), **changes):
    """An assignment carried out as it should be; `changes` say what differs: a field, or a step (None: it was not taken).

    In their names `_` stands for `-`.
    """
    changes = {name.replace("_", "-"): value for name, value in changes.items()}
    received, due, lead = day(received), day(due), lead or chance.choice(EXECUTORS)
    extensions = [extension_of(one, lead, by, co) for one in extensions]
    limit = current_due(received, due, extensions, by)
    is_from_oblast = by == "turkistan-akim"
    record = {"id": "", "type": "protocol-instruction" if is_from_oblast else "instruction", "title": chance.choice(SUBJECTS)}
    record |= {"issued-by": by, "body": "kazygurt"} if is_from_oblast else {"issued-by": by}
    record |= {"received": received, "on-control": True} | ({"due": due} if due else {})
    record |= {name: value for name, value in changes.items() if name in FIELDS}
    record["executors"] = [lead, *(co_executor(one, received) for one in co)]
    if extensions:
        record["extensions"] = extensions
    record["steps"] = taken(usual_steps(received, limit, is_from_oblast, day(changes.get("executed", received))), changes)
    if "closed" in record["steps"]:
        record["closing-ground"] = changes.get("closing-ground", "executed-in-full")
    record["faults"] = faults
    return {name: value for name, value in record.items() if value is not None}


def usual_steps(received, limit, is_from_oblast, executed):
    """What is done in order: `executed` is the day that is given, None where it never was, `received` where chance chooses."""
    if executed == received:
        executed = any_workday(max(received, limit - timedelta(6)), limit)
    executed = executed or date.max - timedelta(60)
    return {
        "action-plan-approved": {"date": workdays(received, chance.randint(2, 5)), "by": "kaz-akim"} if is_from_oblast else None,
        "warned": max(received, workdays(limit, -chance.randint(3, 6))) if limit > workdays(received, 3) else None,
        "information-submitted": max(received, workdays(limit, -chance.randint(5, 7))) if limit > workdays(received, 5) else None,
        "executed": executed,
        "dispatched": executed if is_from_oblast else None,
        "closing-note-submitted": min(workdays(executed, 1), workdays(limit, 1)),
        "closing-consented": {"date": workdays(executed, 1), "by": chance.choice(["kaz-akim", "kaz-apparatus-head"])},
        "closed": workdays(executed, 2),
        "discipline-proposed": None,
    }


def extension_of(written, lead, by, co):
    """An extension from how it is written here: (asked, decided, to), and in a fourth place what differs."""
    asked_on, decided, to, *rest = written
    item = {"requested": day(asked_on), "addressee": by, "written": True, "signed-by": [lead],
            "agreed": workdays(day(asked_on), -1) if co else None, "reason": "мердігердің кешігуі",
            "decided": day(decided), "decided-by": by, "to": day(to)} | (rest[0] if rest else {})
    return {key: value for key, value in item.items() if value is not None}


def co_executor(one, received):
    """13.13: a co-executor reports within seven working days of delivery; (office, day) gives another day."""
    name, informed = one if isinstance(one, tuple) else (one, None)
    delivered = workdays(received, 1)
    informed = day(informed) or workdays(delivered, chance.randint(2, 7))
    return {"office": name, "delivered": delivered, "information-submitted": informed}


def usual_assignments():
    """What is in order: some two dozen a month."""
    return [usual_assignment(any_workday(date(year, month, 1), date(year, month, 28)))
            for year, month in months(FIRST, AS_OF) for _ in range(chance.randint(19, 23))]


def usual_assignment(received):
    lead = chance.choice(EXECUTORS)
    co = chance.sample([one for one in EXECUTORS if one != lead], chance.choices([0, 1, 2], [70, 22, 8])[0])
    if chance.random() < 0.15:
        due = any_workday(received + timedelta(20), received + timedelta(90))
        return assignment(received, due, lead, co, usual_extension(received, due), by="turkistan-akim")
    fields, due = control_term(received)
    if fields.get("control") == "short" and chance.random() < 0.15:
        due = None  # 13.2: one month
    return assignment(received, due, lead, co, usual_extension(received, due), **fields)


def usual_extension(received, due):
    """One in eight of the longer ones is extended once, as it should be."""
    if due is None or due < received + timedelta(25) or chance.random() > 0.12:
        return []
    asked_on = workdays(due, -chance.randint(4, 7))
    decided = workdays(asked_on, chance.randint(1, 2))
    to = any_workday(due + timedelta(10), due + timedelta(40))
    return [(asked_on, decided, to)] if decided <= AS_OF else []


LATE, UNANNOUNCED = "control-executed-by-due-date-rolled late", "control-late-assignment-was-announced wrong"
REFUSED = {"granted": False, "to": None}


def faulty_assignments():
    """What is planted, and beside each fault its neighbour that is in order. The days are counted in the README."""
    return [
        # 13.15: a due date on a day off moves to the next working day.
        assignment("2025-10-01", "2025-10-25", "kaz-land", control="short", executed="2025-10-28"),
        assignment("2025-10-01", "2025-10-25", "kaz-housing", control="short", executed="2025-10-29",
                   discipline_proposed="2025-11-05", faults=[LATE, UNANNOUNCED]),
        # 13.2: without a date, one month: from 25 September to Saturday 25 October, so Tuesday 28.
        assignment("2025-09-25", None, "kaz-employment", control="short", executed="2025-10-28"),
        assignment("2025-12-31", None, "kaz-sport", control="short", executed="2026-02-04",
                   discipline_proposed="2026-02-10", faults=[LATE, UNANNOUNCED]),
        # Simply late, or not done at all; two had asked and were refused.
        assignment("2025-08-04", "2025-09-01", "kakpak-akim", control="short", executed="2025-09-04",
                   discipline_proposed="2025-09-10", faults=[LATE, UNANNOUNCED]),
        assignment("2025-11-05", "2025-12-05", "kaz-construction", control="short", executed="2025-12-15", faults=[
            LATE, UNANNOUNCED, "control-overdue-has-discipline-proposal wrong"]),
        assignment("2025-12-01", "2025-12-16", "zhanabazar-akim", control="short", executed="2025-12-18",
                   extensions=[("2025-12-11", "2025-12-12", None, REFUSED)], discipline_proposed="2025-12-22", faults=[LATE]),
        assignment("2026-02-16", "2026-03-16", "kaz-culture", control="short", executed="2026-03-19",
                   extensions=[("2026-03-10", "2026-03-11", None, REFUSED)], discipline_proposed="2026-03-25", faults=[LATE]),
        assignment("2026-03-16", "2026-06-08", "kaz-housing", control="medium", executed=None, faults=[
            "control-executed-by-due-date-rolled missed", UNANNOUNCED]),
        assignment("2026-05-12", "2026-06-12", "kokibel-akim", control="short", executed=None, faults=[
            "control-executed-by-due-date-rolled missed", UNANNOUNCED]),
        # 13.6: asked three working days ahead. Due Monday 27 October, a day off, so Tuesday 28: by Wednesday 22.
        assignment("2025-10-01", "2025-10-27", "kaz-finance", control="short", executed="2025-11-07",
                   extensions=[("2025-10-22", "2025-10-23", "2025-11-10")]),
        assignment("2025-10-01", "2025-10-27", "kaz-agriculture", control="short", executed="2025-11-07",
                   extensions=[("2025-10-23", "2025-10-24", "2025-11-10")],
                   faults=["control-extension-asked-3-working-days-before late"]),
        assignment("2026-01-20", "2026-02-20", "karabau-akim", control="short", executed="2026-03-05",
                   extensions=[("2026-02-18", "2026-02-19", "2026-03-06")],
                   faults=["control-extension-asked-3-working-days-before late"]),
        assignment("2026-04-20", "2026-05-20", "kaz-land", control="short", executed="2026-06-04",
                   extensions=[("2026-05-19", "2026-05-20", "2026-06-05")],
                   faults=["control-extension-asked-3-working-days-before late"]),
        assignment("2025-12-08", "2026-01-08", "kaz-employment", control="short", executed="2026-01-23",
                   extensions=[(None, "2026-01-06", "2026-01-26")],
                   faults=["control-extension-asked-3-working-days-before missed"]),
        # 13.7: the akim or the head of the apparatus decides; a deputy only while acting for the akim.
        assignment("2025-07-15", "2025-08-15", "kaz-construction", control="short", executed="2025-08-28",
                   extensions=[("2025-08-11", "2025-08-13", "2025-08-29", {"decided-by": "kaz-deputy-1"})]),
        assignment("2025-11-03", "2025-12-01", "kaz-construction", control="short", executed="2025-12-11",
                   extensions=[("2025-11-24", "2025-11-25", "2025-12-15", {"decided-by": "kaz-deputy-2"})],
                   discipline_proposed="2025-12-18", faults=["control-extension-decided-by-akim-or-head wrong", LATE]),
        assignment("2026-03-10", "2026-04-10", "kaz-culture", control="short", executed="2026-04-08",
                   extensions=[("2026-04-03", "2026-04-06", "2026-04-24", {"decided-by": "kaz-deputy-3"})],
                   faults=["control-extension-decided-by-akim-or-head wrong"]),
        # 13.6 and 13.7: granted after the due date, it moves nothing.
        assignment("2026-01-12", "2026-02-10", "kaz-housing", control="short", executed="2026-02-20",
                   extensions=[("2026-02-05", "2026-02-12", "2026-02-27")], discipline_proposed="2026-02-27", faults=[LATE]),
        # 13.8: a second extension wants an exceptional ground, and liability considered by then.
        assignment("2025-09-08", "2025-10-08", "kaz-construction", control="short", executed="2025-11-19",
                   extensions=[("2025-10-01", "2025-10-02", "2025-10-31"), ("2025-10-24", "2025-10-28", "2025-11-20")],
                   faults=["control-repeated-extension-exceptional wrong"]),
        assignment("2026-02-02", "2026-03-02", "kaz-housing", control="short", executed="2026-04-17",
                   extensions=[("2026-02-24", "2026-02-25", "2026-03-31"),
                               ("2026-03-20", "2026-03-26", "2026-04-20", {"exceptional": "көктемгі су тасқыны",
                                                                           "discipline-considered": "2026-03-30"})],
                   faults=["control-repeated-extension-exceptional wrong"]),
        assignment("2026-02-03", "2026-03-03", "kyzylkiya-akim", control="short", executed="2026-04-16",
                   extensions=[("2026-02-25", "2026-02-26", "2026-03-31"),
                               ("2026-03-20", "2026-03-26", "2026-04-20", {"exceptional": "көктемгі су тасқыны",
                                                                           "discipline-considered": "2026-03-26"})]),
        # 13.8 para 2: a third one proposed, and liability not considered.
        assignment("2025-11-10", "2025-12-10", "turbat-akim", control="short", executed="2026-01-29",
                   extensions=[("2025-12-03", "2025-12-04", "2025-12-31"),
                               ("2025-12-24", "2025-12-25", "2026-01-30", {"exceptional": "аязға байланысты",
                                                                           "discipline-considered": "2025-12-25"}),
                               ("2026-01-26", "2026-01-27", None, REFUSED)],
                   faults=["control-third-extension-proposal-discipline-considered wrong"]),
        # 13.7: moved to medium control, which is an extension.
        assignment("2025-12-01", "2025-12-30", "kaz-agriculture", control="medium", executed="2026-03-27",
                   extensions=[("2025-12-22", "2025-12-23", "2026-03-31", {"transfer-to": "medium"})]),
        # 13.5, 13.6: the co-executors agree before it is asked; the request gives its reason over the head's signature.
        assignment("2026-03-02", "2026-04-01", "kaz-land", ["sharapkhana-akim"], control="short", executed="2026-04-15",
                   extensions=[("2026-03-26", "2026-03-27", "2026-04-16", {"agreed": None})],
                   faults=["control-extension-agreed-with-co-executors wrong"]),
        assignment("2025-08-18", "2025-09-18", "rabat-akim", control="short", executed="2025-10-02",
                   extensions=[("2025-09-10", "2025-09-11", "2025-10-03", {"reason": None, "signed-by": ["kaz-assistant"]})],
                   faults=["control-extension-request-content wrong"]),
        # 12.6: what the oblast gave only the oblast extends.
        assignment("2025-10-06", "2025-11-10", "kaz-entrepreneurship", by="turkistan-akim", executed="2025-12-01",
                   extensions=[("2025-10-31", "2025-11-04", "2025-12-03")]),
        assignment("2025-10-06", "2025-11-10", "kaz-agriculture", by="turkistan-akim", executed="2025-11-25",
                   extensions=[("2025-10-31", "2025-11-04", "2025-12-03", {"decided-by": "kaz-apparatus-head"})],
                   discipline_proposed="2025-12-01", faults=[LATE]),
        # 13.3: the plan for a protocol of the oblast akim in five working days; 13.1: and there is one. 12.6: sent up in time.
        assignment("2025-12-11", "2026-01-30", "kaz-culture", by="turkistan-akim",
                   action_plan_approved={"date": "2025-12-22", "by": "kaz-deputy-3"},
                   faults=["control-action-plan-in-5-working-days late"]),
        assignment("2026-04-13", "2026-05-25", "kaz-sport", by="turkistan-akim", action_plan_approved=None,
                   faults=["control-protocol-assignment-has-approved-plan wrong"]),
        assignment("2025-09-08", "2025-10-20", "kaz-employment", by="turkistan-akim", plan_waived=True,
                   action_plan_approved=None),
        # 13.10: planned information taken into account is not put on control.
        assignment("2025-11-20", "2025-12-25", "kaz-finance", by="turkistan-akim", mark="taken-into-account",
                   subject="planned-information", on_control=False, warned=None),
        assignment("2026-02-10", "2026-03-20", "kaz-finance", by="turkistan-akim", executed="2026-03-19", dispatched="2026-03-26",
                   faults=["upward-control-document-sent-by-due-date late"]),
        # 13.2: a due date that does not fit the class or the mark.
        assignment("2025-09-15", "2025-10-20", "kaz-sport", control="short", faults=["control-class-short wrong"]),
        assignment("2026-01-19", "2026-01-26", "kaz-internal-policy", mark="very-urgent",
                   faults=["control-class-very-urgent wrong"]),
        assignment("2026-04-06", "2026-04-27", "altyntobe-akim", control="medium", faults=["control-class-medium wrong"]),
        # 13.13: information five working days ahead; co-executors seven working days after delivery; 13.11: or they are named.
        assignment("2025-11-12", "2025-12-12", "kaz-entrepreneurship", control="short", executed="2025-12-11",
                   information_submitted="2025-12-09", faults=["control-information-5-working-days-before late"]),
        assignment("2026-01-26", "2026-02-25", "zhigergen-akim", control="short", executed="2026-02-24",
                   information_submitted=None, faults=["control-information-5-working-days-before missed"]),
        assignment("2025-11-03", "2025-12-03", "kaz-finance", [("kaz-housing", "2025-11-18")], control="short",
                   executed="2025-12-02", defaulting=["kaz-housing"], information_submitted="2025-11-25",
                   faults=["control-co-executor-information-in-7-working-days late"]),
        assignment("2026-02-09", "2026-03-06", "kaz-agriculture", [("kakpak-akim", "2026-02-20")], control="short",
                   executed="2026-03-05", information_submitted="2026-02-26",
                   faults=["control-co-executor-information-in-7-working-days late",
                           "control-defaulting-co-executors-named wrong"]),
        # 13.4: the warning; 13.1: on control at all.
        assignment("2025-09-22", "2025-10-22", "kaz-land", control="short", executed="2025-10-21", warned="2025-10-20",
                   faults=["control-warning-3-working-days-before-due late"]),
        assignment("2026-05-04", "2026-06-04", "turbat-akim", control="short", executed="2026-06-04", warned=None,
                   faults=["control-warning-3-working-days-before-due missed"]),
        assignment("2025-08-25", "2025-09-25", "kaz-culture", control="short", executed="2025-09-24", on_control=False,
                   faults=["control-other-assignment-on-control wrong"]),
        # 13.9, 13.14: taken off control on a ground, a service note in time and a consent.
        assignment("2025-10-13", "2025-11-13", "kaz-sport", control="short", executed="2025-11-12", closing_ground=None,
                   faults=["control-closing-has-allowed-ground wrong"]),
        assignment("2025-11-17", "2025-12-17", "kaz-employment", control="short", executed="2025-12-15",
                   closing_consented=None, faults=["control-closing-needs-service-note-and-consent wrong"]),
        assignment("2026-03-05", "2026-04-03", "sabyr-rakymov-akim", control="short", executed="2026-04-02",
                   closing_consented={"date": "2026-04-06", "by": "kaz-deputy-1"},
                   faults=["control-closing-needs-service-note-and-consent wrong"]),
        assignment("2026-01-05", "2026-02-05", "kaz-entrepreneurship", control="short", executed="2026-02-05", closed="2026-02-13",
                   closing_note_submitted="2026-02-11", closing_consented={"date": "2026-02-12", "by": "kaz-akim"},
                   faults=["control-closing-service-note-in-1-working-day late"]),
    ]


def assignments():
    records = sorted(usual_assignments() + faulty_assignments(), key=lambda one: one["received"])
    for number, record in enumerate(records, 1):
        record["id"] = f"05-2/{number:04}"
        plant(record["id"], *record.pop("faults"))
    return records


# ---- the folder -----------------------------------------------------------------------------------------------------------------

CONFIGURATION = """\
# How reglament-check reads this folder; see reglament-config(5).

# What these records tell whenever there is any, so that its absence says there was none.
holds: [acting-for, affects-private-business, agreement-due, answer-needed, budget-effect, cancelled, control-appeal, defective,
  emergency, forwarded, invited, lead-executor, meeting, misrouted, non-execution-note-submitted, normative, order-issued,
  paper-duplicate, participants-registered, periodic, personal-to-akim, refused, repeals, reply-to, reply-to-number,
  scientific-review-needed, subject, urgency-confirmation-submitted, urgent]

settings:
  kazygurt-2025-135:
    # Resolution No 135, point 4: it binds from the eleventh day after its first official publication, here 1 July 2025.
    published: 2025-06-20
"""

MADE = "Made by examples/generate/kazygurt.py; every name is made up."


def by_month(records, date_of):
    months_of = {}
    for record in records:
        months_of.setdefault(f"{date_of(record):%Y-%m}", []).append(record)
    return months_of.items()


def write_folder(folder):
    bodies, offices = register()
    write(folder / "register.yaml", f"The district, its okrugs, and who holds which post.\n{MADE}", bodies=bodies, offices=offices)
    for month, held in by_month(meetings(), lambda one: one["date"]):
        write(folder / f"meetings/{month}.yaml", f"Apparatus meetings and sessions of the akimdik, {month}.", meetings=held)
    write(folder / "visits/trips.yaml", "Working trips of the akim.", visits=trips())
    write(folder / "plans/schedules.yaml", "The akim's schedule and that of the halls, week by week.", assignments=schedules())
    write(folder / "plans/trips.yaml", "Proposals for working trips, and the plan of the year.", assignments=trip_proposals())
    write(folder / "reports/control-unit.yaml", "Control lists, summaries, labour discipline, monitoring of department heads.",
          assignments=reports())
    for month, given in by_month(assignments(), lambda one: one["received"]):
        write(folder / f"assignments/{month}.yaml", f"Assignments on control that came in {month}.", assignments=given)
    write(folder / "plans/items.yaml", "Items of the plan that were moved or struck out.", assignments=papers.plan_items())
    write(folder / "plans/sittings.yaml", "The schedules of commissions and of receptions.",
          assignments=papers.commission_schedule() + papers.reception_schedules())
    write(folder / "meetings/official-events.yaml", "Official events.", meetings=papers.official_events())
    write(folder / "meetings/operational.yaml", "Operational meetings of the akim.", meetings=papers.operational_meetings())
    write(folder / "meetings/commissions.yaml", "Commissions that the akim chairs.", meetings=papers.commissions())
    write(folder / "meetings/other.yaml", "Sector, working and other meetings, and seminars.", meetings=papers.other_meetings())
    write(folder / "meetings/receptions.yaml", "Receptions of citizens.", meetings=papers.receptions())
    write(folder / "correspondence/incoming.yaml", "Letters that came in.", assignments=papers.incoming_letters())
    write(folder / "correspondence/outgoing.yaml", "Letters that went out.", assignments=papers.outgoing_letters())
    write(folder / "correspondence/to-the-oblast.yaml", "Documents to the apparatus of the oblast akim.",
          assignments=papers.upward_documents())
    write(folder / "correspondence/appeals.yaml", "Appeals and complaints.", assignments=papers.appeals())
    write(folder / "acts/drafts.yaml", "Draft resolutions and orders.", assignments=papers.draft_acts())
    write(folder / "staff/journeys.yaml", "Business trips and travel abroad.", visits=papers.journeys())
    write(folder / "staff/papers.yaml", "Papers on the staff.", assignments=papers.papers_of_the_office() + papers.staff_papers())
    write(folder / "assignments/of-operational-meetings.yaml", "What operational meetings gave.",
          assignments=papers.instructions_of_meetings())
    (folder / "reglament.yaml").write_text(CONFIGURATION, encoding="utf-8")


if __name__ == "__main__":
    run("kazygurt", write_folder)
