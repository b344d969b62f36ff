"""Names that nobody wrote by hand: put together from parts, always the same for the same number."""

STEP = 7919  # a prime: walks over any smaller list without a pattern that one sees
GIVEN = ("Ari", "Bo", "Cam", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kit", "Lou", "Max", "Nia", "Oda", "Pia")
ENDS = ("", "na", "ro", "la", "mir", "sa", "ton", "ka")
FAMILY = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan", "Yew")
PARTS = ("field", "ford", "gate", "hill", "land", "mere", "stone", "wood", "worth", "well")
LEVELS = ("", "Senior ", "Lead ", "Junior ")
TITLES = ("Analyst", "Buyer", "Designer", "Editor", "Planner", "Producer", "Strategist", "Writer")
DEPARTMENTS = ("Brand", "Content", "Finance", "Legal", "Media", "Performance", "People", "Sales", "Social", "Support")
PLACES = ("Harbor", "Meadow", "Station", "Tower", "Garden", "Bridge")
THINGS = ("Autumn", "Spring", "Summer", "Winter", "Launch", "Outlet", "Classic", "City", "Trail", "Kids")


def pick(words: tuple[str, ...], number: int) -> str:
    """One of the words, another for the next number."""
    return words[number * STEP % len(words)]


def given(number: int) -> str:
    """A first name."""
    return GIVEN[number % len(GIVEN)] + ENDS[number // len(GIVEN) % len(ENDS)]


def family(number: int) -> str:
    """A last name."""
    return FAMILY[number * STEP % len(FAMILY)] + PARTS[number * STEP // len(FAMILY) % len(PARTS)]


def title(number: int) -> str:
    """A job title."""
    return LEVELS[number % 7 % len(LEVELS)] + pick(TITLES, number)


def thing(number: int) -> str:
    """The name of an asset."""
    return f"{pick(THINGS, number)} {FAMILY[number % len(FAMILY)]} {number + 1}"
