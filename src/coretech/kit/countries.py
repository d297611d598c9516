"""Countries by their two letters (ISO 3166-1 alpha-2), and the small number that stands for them in large tables."""

LETTERS = 26
_A = ord("A")
LENGTH = 2


def number_of(country: str) -> int:
    """The number of a country's two capital letters, from 0 (AA) to 675 (ZZ).

    Raises:
        ValueError: for anything but two letters from A to Z.
    """
    if len(country) != LENGTH or not (country.isascii() and country.isalpha() and country.isupper()):
        message = f"no two letters of a country: {country!r}"
        raise ValueError(message)
    return (ord(country[0]) - _A) * LETTERS + ord(country[1]) - _A


def country_of(number: int) -> str:
    """The two letters of a number.

    Raises:
        ValueError: for a number that is no country's.
    """
    if not 0 <= number < LETTERS**LENGTH:
        message = f"no number of a country: {number}"
        raise ValueError(message)
    first, second = divmod(number, LETTERS)
    return chr(_A + first) + chr(_A + second)
