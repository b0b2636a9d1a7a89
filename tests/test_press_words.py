"""What newspapers print around a story, in languages that have few golden pages: each line is told for what it is."""

from __future__ import annotations

import pytest

from newsclean.labels import Label
from newsclean.vocabulary import chrome_phrases

KINDS = (
    Label.RELATED, Label.POPULAR, Label.LATEST, Label.SHARE, Label.NEWSLETTER, Label.SUBSCRIBE, Label.ADVERTISEMENT,
    Label.SPONSORED, Label.CONSENT, Label.COMMENTS, Label.AUTHOR_BIO, Label.TAGS, Label.CAPTION_FURNITURE, Label.FOOTER,
    Label.MASTHEAD, Label.NAVIGATION,
)  # fmt: skip

# A line for each of KINDS.
LINES = {
    "bg": (
        "Прочетете още:", "Най-четени", "ПОСЛЕДНИ НОВИНИ", "Последвайте ни във Facebook и Viber",
        "Абонирайте се за бюлетина", "Само за абонати", "Текстът продължава след рекламата", "Платена статия",
        "Приемам всички", "Коментари (12)", "Всички статии на автора", "Ключови думи", "Виж галерията",
        "Всички права запазени", "Време за четене: 3 мин.", "Към съдържанието",
    ),
    "hr": (
        "Pročitajte još", "NAJČITANIJE", "Najnovije vijesti", "Podijelite članak", "Prijavite se na newsletter",
        "Ovaj članak dostupan je samo pretplatnicima", "Tekst se nastavlja ispod oglasa", "Sponzorirani sadržaj",
        "Prihvaćam sve", "12 komentara", "Profil autora", "Ključne riječi", "Otvori galeriju",
        "Sva prava pridržana", "Vrijeme čitanja: 3 min", "Preskoči na sadržaj",
    ),
    "bs": (
        "Pročitajte i ovo", "Najčitanije ove sedmice", "Aktuelno", "Podijeli vijest", "Sedmični newsletter",
        "Podržite nezavisno novinarstvo", "Nastavak ispod reklame", "Sponzorisano", "Dozvoli sve", "Komentariši",
        "O autoru", "Tagovi", "Pogledaj galeriju", "Uslovi korištenja", "prije 3 sata", "Registruj se",
    ),
    "sr": (
        "Прочитајте још", "Најчитаније", "Најновије вести", "Пратите нас на друштвеним мрежама",
        "Пријавите се на newsletter", "Овај текст је доступан само претплатницима",
        "Текст се наставља испод огласа", "Спонзорисани садржај", "Прихватам све", "12 коментара", "О аутору",
        "Кључне речи", "Погледајте галерију", "Сва права задржана", "Време читања: 3 мин", "Пређи на садржај",
    ),
    "sr-Latn": (
        "Pročitajte još", "Najčitanije", "Najnovije vesti", "Podelite na društvenim mrežama",
        "Prijavite se na newsletter", "Ovaj tekst je dostupan samo pretplatnicima",
        "Tekst se nastavlja ispod oglasa", "Sponzorisani sadržaj", "Prihvatam sve", "Ostavite komentar", "O autoru",
        "Ključne reči", "Pogledajte galeriju", "Sva prava zadržana", "Vreme čitanja: 3 min", "Pređi na sadržaj",
    ),
    "sk": (
        "Čítajte tiež", "Najčítanejšie za 24 hodín", "Najnovšie správy", "Zdieľať na Facebooku",
        "Odoberajte náš newsletter", "Tento článok je len pre predplatiteľov", "Článok pokračuje pod reklamou",
        "Komerčná správa", "Prijať všetko", "Diskusia (12)", "O autorovi", "Kľúčové slová", "Ilustračné foto",
        "Všetky práva vyhradené", "Čas čítania: 3 min", "Preskočiť na obsah",
    ),
    "sl": (
        "Preberite tudi", "Najbolj brano", "Zadnje novice", "Sledite nam na Facebooku", "Naročite se na e-novice",
        "Ta članek je na voljo samo naročnikom", "Članek se nadaljuje po oglasu", "Promocijsko sporočilo",
        "Sprejmi vse piškotke", "12 komentarjev", "O avtorju", "Ključne besede", "Simbolna fotografija",
        "Vse pravice pridržane", "Čas branja: 3 min", "Preskoči na vsebino",
    ),
    "ca": (
        "Llegiu també", "El més llegit", "Últimes notícies", "Comparteix a WhatsApp", "Subscriu-te al butlletí",
        "Aquest contingut és exclusiu per a subscriptors", "Continua després de la publicitat",
        "Contingut patrocinat", "Accepta totes les galetes", "12 comentaris", "Sobre l'autora", "Paraules clau",
        "Imatge d'arxiu", "Tots els drets reservats", "Temps de lectura: 3 min", "Vés al contingut",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(line, kind, id=f"{language}-{kind}")
        for language, lines in LINES.items()
        for line, kind in zip(lines, KINDS, strict=True)
    ],
)
def test_a_line_around_a_story_is_told_for_what_it_is(line: str, kind: Label) -> None:
    assert (chrome_phrases().whole(line) or chrome_phrases().starts(line)) == kind


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Прочетете още: Мостът отваря", ": Мостът отваря"),
        ("ПРОЧИТАЈТЕ ЈОШ: Мост се отвара", ": Мост се отвара"),
        ("Pročitajte i ovo: Most se otvara", ": Most se otvara"),
        ("VEZANE VIJESTI | Most se otvara", " | Most se otvara"),
        ("Čítajte tiež: Most otvoria", ": Most otvoria"),
        ("Preberite tudi: Most odpirajo", ": Most odpirajo"),
        ("LLEGIU TAMBÉ: El pont obre", ": El pont obre"),
    ],
)
def test_a_pointer_in_a_story_opens_with_a_lead_in(line: str, rest: str) -> None:
    assert line[chrome_phrases().lead_in(line) :] == rest
