"""Chinese numerals as dates and articles write them: 一百一十四, 十一, 二十四, 〇."""

DIGITS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "兩": 2,
    "元": 1,
}
UNITS = {"十": 10, "百": 100}


def numeral(text: str) -> int:
    """The whole number below 1000 a Chinese numeral writes; 元 is 1, as in 元年.

    Raises:
        ValueError: when the text is no such numeral.
    """
    if not text:
        message = "an empty text is no numeral"
        raise ValueError(message)
    total, digit, ceiling = 0, None, 1000
    for character in text:
        if character in UNITS and UNITS[character] < ceiling:
            ceiling = UNITS[character]
            total, digit = total + (1 if digit is None else digit) * ceiling, None
        elif character in DIGITS and digit in (None, 0):
            digit = DIGITS[character]
        else:
            message = f"{text!r} is no Chinese numeral below 1000"
            raise ValueError(message)
    return total + (digit or 0)
