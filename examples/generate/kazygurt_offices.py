"""The offices of examples/kazygurt: the oblast, the district and its okrugs, who held which post, and who was away when."""

from datetime import date

from clerk import day, plant

FIRST, AS_OF = date(2025, 7, 1), date(2026, 6, 30)

OKRUGS = {  # id: its name in Kazakh, Russian, English; its akim
    "altyntobe": ("Алтынтөбе", "Алтынтобе", "Altyntobe", "М. Жанұзақ"),
    "zhanabazar": ("Жаңабазар", "Жанабазар", "Zhanabazar", "Қ. Бектемір"),
    "zhigergen": ("Жігерген", "Жигерген", "Zhigergen", "Т. Сапарғали"),
    "kazygurt-okrug": ("Қазығұрт", "Казыгурт", "Kazygurt", "Б. Оразымбет"),
    "kakpak": ("Қақпақ", "Какпак", "Kakpak", "Ә. Дүйсенқұл"),
    "karabau": ("Қарабау", "Карабау", "Karabau", "С. Мырзалы"),
    "kokibel": ("Көкібел", "Кокибел", "Kokibel", "Ж. Тойбазар"),
    "kyzylkiya": ("Қызылқия", "Кызылкия", "Kyzylkiya", "Н. Әлімқұл"),
    "rabat": ("Рабат", "Рабат", "Rabat", "Е. Пірназар"),
    "sabyr-rakymov": ("Сабыр Рақымов", "Сабыр Рахимов", "Sabyr Rakymov", "Д. Сейдімбек"),
    "turbat": ("Тұрбат", "Турбат", "Turbat", "А. Бердіқожа"),
    "shanak": ("Шанақ", "Шанак", "Shanak", None),  # vacant for a time, below
    "sharapkhana": ("Шарапхана", "Шарапхана", "Sharapkhana", "О. Қалдыгөз"),
}
DEPARTMENTS = {  # id: its head, and the deputy akim who supervises it
    "kaz-finance": ("Г. Әбдімомын", "kaz-deputy-1"),
    "kaz-entrepreneurship": ("Р. Тілеужан", "kaz-deputy-1"),
    "kaz-agriculture": ("Қ. Нұрмаш", "kaz-deputy-1"),
    "kaz-land": ("С. Жиенбек", "kaz-deputy-1"),
    "kaz-construction": ("Б. Ақжігіт", "kaz-deputy-2"),
    "kaz-housing": ("М. Төребай", "kaz-deputy-2"),
    "kaz-employment": ("Ш. Қойлыбай", "kaz-deputy-3"),
    "kaz-culture": ("Л. Сәрсенқыз", "kaz-deputy-3"),
    "kaz-sport": ("Е. Бегімбет", "kaz-deputy-3"),
    "kaz-internal-policy": ("Н. Дәулетқыз", "kaz-deputy-3"),
}
DEPUTIES = ["kaz-deputy-1", "kaz-deputy-2", "kaz-deputy-3"]
RURAL_AKIMS = [f"{okrug}-akim" for okrug in OKRUGS]
EXECUTORS = list(DEPARTMENTS) + [akim for akim in RURAL_AKIMS if akim != "shanak-akim"]


def office(office_id, role, holder=None, body="kazygurt", **rest):
    holders = {"holders": [{"name": holder, "from": day("2024-01-15")}]} if holder else {}
    return {"id": office_id, "role": role, "body": body, **rest, "from": day("2024-01-15"), **holders}


def away(first, last, acting=None, ordered=None, reason="leave"):
    absence = {"from": day(first), "to": day(last), "reason": reason}
    return absence | ({"acting": acting} if acting else {}) | ({"order-issued": day(ordered)} if ordered else {})


ABSENCES = {
    "kaz-akim": [away("2025-08-11", "2025-08-24", "kaz-deputy-1", "2025-08-08"),
                 away("2026-02-12", "2026-02-13", "kaz-deputy-1", "2026-02-11", "trip")],
    "kaz-deputy-2": [away("2025-07-14", "2025-07-27", "kaz-deputy-3", "2025-07-11")],
    "kaz-apparatus-head": [away("2026-06-01", "2026-06-14", "kaz-legal", "2026-05-29")],
    "kaz-culture": [away("2025-08-04", "2025-08-24", "kaz-sport", "2025-08-01")],
    "kaz-land": [away("2025-11-17", "2025-11-28", "kaz-agriculture", "2025-11-17", "illness")],
    # 16.5: nobody was named in his place, and no order issued.
    "rabat-akim": [away("2026-04-13", "2026-04-24")],
    "kokibel-akim": [away("2026-05-18", "2026-05-31", "turbat-akim", "2026-05-15")],
}
plant("rabat-akim", "absence-of-head-has-order-and-substitute wrong")


def register():
    bodies = [
        {"id": "turkistan", "kind": "oblast",
         "name": {"kk": "Түркістан облысы", "ru": "Туркестанская область", "en": "Turkistan oblast"}},
        {"id": "kazygurt", "kind": "district", "within": "turkistan", "regulations": ["kazygurt-2025-135"],
         "name": {"kk": "Қазығұрт ауданы", "ru": "Казыгуртский район", "en": "Kazygurt district"}},
    ]
    for okrug, (kk, ru, en, _) in OKRUGS.items():
        bodies.append({"id": okrug, "kind": "okrug", "within": "kazygurt", "name": {"kk": kk, "ru": ru, "en": en}})
    offices = [
        office("turkistan-akim", "oblast-akim", body="turkistan"),
        office("turkistan-apparatus-head", "oblast-apparatus-head", body="turkistan"),
        office("kaz-akim", "district-akim", "Ө. Байсейіт"),
        office("kaz-deputy-1", "district-deputy-akim", "Ж. Құлымбет"),
        office("kaz-deputy-2", "district-deputy-akim", "А. Тоқсанбай"),
        office("kaz-deputy-3", "district-deputy-akim", "З. Мәулен"),
        office("kaz-apparatus-head", "district-apparatus-head", "И. Қосжан"),
        office("kaz-org", "organisational-inspection-unit", "Ұ. Серғазы"),
        office("kaz-doc", "documentation-unit", "К. Елеусіз"),
        office("kaz-hr", "hr-unit", "Ф. Нысан"),
        office("kaz-legal", "legal-unit", "В. Өтеген"),
        office("kaz-press", "press-secretary", "П. Ермекқызы"),
        office("kaz-assistant", "akim-assistant", "Т. Жолбарыс"),
    ]
    for department, (head, deputy) in DEPARTMENTS.items():
        offices.append(office(department, "department-head", head, **{"supervised-by": deputy}))
    for akim, (okrug, names) in zip(RURAL_AKIMS, OKRUGS.items()):
        offices.append(office(akim, "rural-akim", names[3], body=okrug))
    for one in offices:
        if one["id"] == "shanak-akim":  # vacant through the whole fourth quarter: nobody to make proposals
            one["holders"] = [{"name": "Ы. Қуаныш", "from": day("2024-01-15"), "to": day("2025-09-26")},
                              {"name": "Х. Балабек", "from": day("2026-01-12")}]
        if one["id"] in ABSENCES:
            one["absences"] = ABSENCES[one["id"]]
    return bodies, offices


def akim_on(a_day):
    """The akim, or who acts for him on that day."""
    acting = [one["acting"] for one in ABSENCES["kaz-akim"] if one["from"] <= a_day <= one["to"]]
    return acting[0] if acting else "kaz-akim"
