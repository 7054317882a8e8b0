"""Regions, districts and cities, rural okrugs and their settlements, and the offices in them."""

from dataclasses import dataclass, field
from random import Random

from country.days import WRITTEN, day, workday
from country.words import DEPARTMENTS, PLACES, REGIONS, person

OKRUGS = 12  # of a district; some have one less, a city has three
SETTLEMENTS = 3  # of an okrug
ASSIGNMENTS = 13_800  # of a district, in a year
COUNTRY_DISTRICTS = 230
SINCE = "2024-01-15"  # offices and their holders


@dataclass
class Okrug:
    id: str
    names: tuple  # in Kazakh and Russian
    settlements: dict  # id: its names
    akim: str
    apparatus: str


@dataclass
class District:
    id: str
    kind: str
    names: tuple
    place: tuple  # its name alone
    region: "Region"
    okrugs: list
    share: float = 1.0  # of a usual district's assignments
    diary: object = None

    def __post_init__(self):
        self.akim = f"{self.id}-akim"
        self.deputies = [f"{self.id}-deputy-{number}" for number in (1, 2, 3)]
        self.head, self.org, self.doc, self.hr, self.legal, self.press, self.assistant = (
            f"{self.id}-{unit}" for unit in ("head", "org", "doc", "hr", "legal", "press", "assistant"))
        self.departments = [f"{self.id}-{department}" for department in DEPARTMENTS]
        self.rural_akims = [okrug.akim for okrug in self.okrugs]
        self.executors = self.departments + self.rural_akims
        self.policy = f"{self.id}-internal-policy"
        self.places = [okrug.names for okrug in self.okrugs] or [self.place]

    @property
    def stream(self):
        """How many assignments come one after another, besides those that the calendar brings."""
        return max(0, round(ASSIGNMENTS * self.share) - 250 - 4 * len(self.executors) - 14 * len(self.okrugs))

    def supervised_by(self, deputy):
        return self.departments[self.deputies.index(deputy)::3]


@dataclass
class Region:
    id: str
    kind: str
    names: tuple
    districts: list = field(default_factory=list)

    def __post_init__(self):
        self.akim = f"{self.id}-akim"
        self.head, self.press = f"{self.id}-head", f"{self.id}-press"
        self.deputies = [f"{self.id}-deputy-{number}" for number in (1, 2, 3, 4)]
        self.inspectors = [f"{self.id}-inspector-{number}" for number in (1, 2, 3)]
        self.executors = self.departments = [f"{self.id}-{department}" for department in DEPARTMENTS]
        self.places = [self.names[:2]]


# ---- how much of it -------------------------------------------------------------------------------------------------------------

def country():
    """20 regions, 230 districts and cities, 2,200 okrugs."""
    regions = [Region(*words[:2], words[2:]) for words in REGIONS]
    oblasts = [region for region in regions if region.kind == "oblast"]
    for region in regions:
        if region.kind != "oblast":
            add_districts(region, "city-district", [0] * 6)
    districts, cities = spread(176, oblasts), spread(36, oblasts)
    of_districts = iter([OKRUGS] * 156 + [OKRUGS - 1] * 20)
    for oblast, number, of_cities in zip(oblasts, districts, cities):
        add_districts(oblast, "district", [next(of_districts) for _ in range(number)])
        add_districts(oblast, "city", [3] * of_cities)
    return regions


def spread(number, among):
    """So many for each, the first ones getting what is left over."""
    return [number // len(among) + (place < number % len(among)) for place in range(len(among))]


def oblast():
    return regions_of(COUNTRY_DISTRICTS // len(REGIONS))


def district():
    return regions_of(1)


def regions_of(districts, share=1.0):
    """Oblasts of a dozen districts, the last ones of fewer."""
    oblasts = [Region(*words[:2], words[2:]) for words in REGIONS if words[1] == "oblast"]
    used = oblasts[:max(1, min(len(oblasts), round(districts / 12)))]
    for region, number in zip(used, spread(districts, used)):
        add_districts(region, "district", [max(2, round(OKRUGS * share))] * number, share)
    return used


def of_assignments(number):
    """As many districts as it takes; a part of one where it is few."""
    districts = max(1, round(number / ASSIGNMENTS))
    return regions_of(districts, number / ASSIGNMENTS / districts)


def add_districts(region, kind, okrugs_of_each, share=1.0):
    kinds = {"district": ("{} ауданы", "район {}"), "city": ("{} қаласы", "город {}"), "city-district": ("{} ауданы", "район {}")}
    for okrugs in okrugs_of_each:
        place = PLACES[(19 * len(region.districts) + len(region.id)) % len(PLACES)]
        number = len(region.districts) + 1
        made = f"{region.id}-{number:02}"
        names = tuple(form.format(name) for form, name in zip(kinds[kind], place))
        region.districts.append(District(made, kind, names, place[:2], region, okrugs_in(made, okrugs, number), share))


def okrugs_in(district_id, okrugs, number):
    made = []
    for which in range(okrugs):
        kk, ru, _ = PLACES[(31 * number + 3 * which) % len(PLACES)]
        okrug_id = f"{district_id}-{which + 1:02}"
        settlements = {}
        for settlement in range(SETTLEMENTS):
            names = PLACES[(31 * number + 3 * which + settlement) % len(PLACES)]
            settlements[f"{district_id}-{names[2]}"] = names[:2]
        made.append(Okrug(okrug_id, (kk, ru), settlements, f"{okrug_id}-akim", f"{okrug_id}-apparatus"))
    return made


# ---- the register ---------------------------------------------------------------------------------------------------------------

def named(kk, ru):
    return {"kk": kk, "ru": ru}


def bodies_of(region):
    """One regulation stands for those of all: the packs know one oblast, one district."""
    bodies = [{"id": region.id, "kind": region.kind, "name": {**named(*region.names[:2]), "en": region.names[2]}}]
    if region.kind == "oblast":
        bodies[0]["regulations"] = ["zhambyl-2019-70"]
    for district in region.districts:
        bodies.append({"id": district.id, "kind": district.kind, "within": region.id, "regulations": ["kazygurt-2025-135"],
                       "name": named(*district.names)})
        for okrug in district.okrugs:
            bodies.append({"id": okrug.id, "kind": "okrug", "within": district.id, "regulations": ["self-government-2022"],
                           "name": named(f"{okrug.names[0]} ауылдық округі", f"сельский округ {okrug.names[1]}")})
            bodies += [{"id": settlement, "kind": "settlement", "within": okrug.id, "name": named(*names)}
                       for settlement, names in okrug.settlements.items()]
    return bodies


def office(rnd, office_id, role, body, **rest):
    return {"id": office_id, "role": role, "body": body, **rest, "from": SINCE,
            "holders": [{"name": person(rnd), "from": SINCE}]}


def offices_of(region, rnd):
    offices = offices_of_staff(region, rnd)
    for district in region.districts:
        offices += offices_of_district(district, rnd)
    return offices


def offices_of_staff(region, rnd):
    offices = [office(rnd, region.akim, "oblast-akim", region.id), office(rnd, region.head, "oblast-apparatus-head", region.id),
               office(rnd, region.press, "oblast-press-service", region.id)]
    offices += [office(rnd, deputy, "oblast-deputy-akim", region.id) for deputy in region.deputies]
    offices += [office(rnd, inspector, "chief-inspector", region.id) for inspector in region.inspectors]
    offices += [office(rnd, department, "oblast-department-head", region.id,
                       **{"supervised-by": region.deputies[number % len(region.deputies)]})
                for number, department in enumerate(region.departments)]
    return offices


UNITS = {"akim": "district-akim", "head": "district-apparatus-head", "org": "organisational-inspection-unit",
         "doc": "documentation-unit", "hr": "hr-unit", "legal": "legal-unit", "press": "press-secretary",
         "assistant": "akim-assistant"}


def offices_of_district(district, rnd):
    offices = [office(rnd, getattr(district, unit), role, district.id) for unit, role in UNITS.items()]
    offices += [office(rnd, deputy, "district-deputy-akim", district.id) for deputy in district.deputies]
    for deputy in district.deputies:
        offices += [office(rnd, department, "department-head", district.id, **{"supervised-by": deputy})
                    for department in district.supervised_by(deputy)]
    offices += [office(rnd, okrug.akim, "rural-akim", okrug.id) for okrug in district.okrugs]
    for one in offices:
        if one["role"] in ("department-head", "district-deputy-akim") and rnd() < 0.2:
            one["absences"] = [absence(rnd, one["id"], district)]
    return offices


def absence(rnd, away, district):
    """A leave, with somebody in his place by an order of the akim."""
    begins = workday(day(2025, 6, 1), 1 + int(rnd() * 90))
    others = [deputy for deputy in district.deputies if deputy != away] if away in district.deputies else [
        department for department in district.departments if department != away]
    return {"from": WRITTEN[begins], "to": WRITTEN[begins + 13], "reason": "leave", "acting": others[int(rnd() * len(others))],
            "order-issued": WRITTEN[workday(begins, -1)], "signed-by": [district.akim]}


def register(region, seed):
    """Its bodies and its offices."""
    return bodies_of(region), offices_of(region, Random(f"{seed} {region.id} register").random)
