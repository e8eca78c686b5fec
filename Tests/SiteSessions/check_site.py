"""Reads a site in Debian's Chromium as people do: with a mouse, a keyboard, a phone, enlarged, in the dark, on paper.

Run by `make navigateur`, through scripts/navigateur. Arguments: the site's folder, then `--court` for a sample of the
pages, `--images DOSSIER` to keep pictures of a few.
"""

import argparse
import pathlib
import re
import sys
import urllib.parse

from PIL import Image
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
# A page of each kind, the longest texts first.
SAMPLE = [
    "index.html",
    "texte/politique-cadre.html",
    "couverture.html",
    "index-general.html",
    "garanties.html",
    "decisions/recevabilite.html",
    "regles/contestation-de-decision.html",
    "faits/prestataire-vise.html",
    "definitions/*.html",
    "parametres/delai-de-reponse-a-une-plainte.html",
    "cas/index.html",
    "cas/refus-*.html",
]
# Pages of the sample whose every stop is tried with the Tab key; of the whole site, all are.
KEYBOARD = ["index.html", "decisions/recevabilite.html", "regles/contestation-de-decision.html"]
# axe would fetch the style sheet again, which the pages do not allow.
AXE_OPTIONS = {"preload": False, "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# What can be reached with the Tab key; what is folded away cannot.
STOPS = """() => Array.from(document.querySelectorAll('a[href], summary, input, [tabindex="0"]'))
  .filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length"""
# The element that has the focus: where it is in the page, and whether that shows.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const target = element.querySelector(':scope > .target');
  const box = element.getBoundingClientRect();
  return {
    number: Array.from(document.querySelectorAll('*')).indexOf(element),
    name: element.textContent.trim().slice(0, 40) || element.id || element.tagName,
    shows: style.outlineStyle !== 'none' || (target && getComputedStyle(target).stroke !== 'none'),
    visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0,
  };
}"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Reading:
    """What is wrong with the site, by page."""

    def __init__(self, folder):
        self.folder = folder
        self.problems = []
        self.checks = 0
        self._ids = {}

    def ids(self, file):
        if file not in self._ids:
            self._ids[file] = set(re.findall(r' id="([^"]*)"', file.read_text(encoding="utf-8")))
        return self._ids[file]

    def expect(self, is_true, page, message):
        self.checks += 1
        if not is_true:
            self.problems.append(f"{page} : {message}")


def pages_of(folder, is_short):
    if not is_short:
        return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html"))
    found = []
    for pattern in SAMPLE:
        matches = sorted(folder.glob(pattern))
        if not matches:
            sys.exit(f"{pattern} : aucune page")
        found.append(str(matches[0].relative_to(folder)))
    return found


def watch(page, reading):
    """Notes whatever a page asks for or complains of."""
    own = reading.folder.as_uri()
    page.on("request", lambda r: reading.expect(r.url.startswith((own, "about:")), page.url, f"demande {r.url}"))
    page.on("requestfailed", lambda r: reading.expect(False, page.url, f"n’obtient pas {r.url}"))
    page.on("console", lambda m: reading.expect(m.type not in ("error", "warning"), page.url, m.text))
    page.on("pageerror", lambda e: reading.expect(False, page.url, str(e)))


def check_axe(page, axe, reading, name, scheme):
    result = axe.run(page, options=AXE_OPTIONS)
    for violation in result.response["violations"]:
        where = violation["nodes"][0]["html"][:160]
        reading.expect(False, name, f"{scheme} : {violation['id']} ({len(violation['nodes'])}) {where}")
    reading.checks += 1


def check_width(page, reading, name, width, height, label):
    page.set_viewport_size({"width": width, "height": height})
    overflow = page.evaluate(OVERFLOW)
    reading.expect(overflow <= 0, name, f"{label} : {overflow} pixels débordent")


def check_keyboard(page, reading, name):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    reading.expect(first and first["name"] == "Passer au contenu", name, f"premier arrêt : {first}")
    reading.expect(first and first["visible"], name, "le premier arrêt ne se voit pas")
    page.keyboard.press("Enter")
    reading.expect(page.evaluate("() => document.activeElement.id") == "contenu", name, "le lien n’y mène pas")
    # Anew, without the fragment, from which the Tab key would go on.
    page.goto("about:blank")
    page.goto((reading.folder / name).as_uri())
    stops = page.evaluate(STOPS)
    seen = set()
    for _ in range(stops):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        seen.add(focus["number"])
        reading.expect(focus["shows"], name, f"l’arrêt ne se voit pas : {focus['name']}")
        reading.expect(focus["visible"], name, f"l’arrêt est caché : {focus['name']}")
    reading.expect(len(seen) == stops, name, f"{len(seen)} arrêts sur {stops} au clavier")


def check_filter(page, reading, name):
    page.set_viewport_size({"width": 1280, "height": 900})
    fields = page.locator(".filter input")
    reading.expect(fields.count() > 0, name, "aucun champ pour filtrer")
    shown = "() => Array.from(document.querySelectorAll('tbody tr')).filter((row) => !row.hidden).length"
    before = page.evaluate(shown)
    fields.first.fill("RECEVABILITE")
    after = page.evaluate(shown)
    reading.expect(0 < after < before, name, f"le filtre laisse {after} lignes sur {before}")
    fields.first.fill("")
    reading.expect(page.evaluate(shown) == before, name, "le filtre vidé ne rend pas tout")


def check_print(page, reading, name):
    page.emulate_media(media="print")
    visible = page.evaluate("() => Array.from(document.querySelectorAll('nav')).some((nav) => nav.checkVisibility())")
    reading.expect(not visible, name, "le menu est imprimé")
    folded = page.evaluate(
        "() => Array.from(document.querySelectorAll('details > ul')).filter((list) => !list.checkVisibility()).length"
    )
    reading.expect(folded == 0, name, f"{folded} listes repliées ne s’impriment pas")
    pdf = page.pdf(prefer_css_page_size=True)
    reading.expect(pdf.startswith(b"%PDF") and len(pdf) > 5000, name, "l’impression est vide")
    page.emulate_media(media="screen")


def check_links(page, reading, name):
    """Each link leads to a file of the site and, where it says so, to a place in it."""
    # In a drawing an address is an object, with the attribute as it is written.
    addresses = """() => Array.from(document.querySelectorAll('[href], [src]'))
      .map((element) => new URL(element.getAttribute('href') || element.getAttribute('src'), document.baseURI).href)"""
    for address in set(page.evaluate(addresses)):
        path, _, fragment = urllib.parse.urlsplit(address)[2:5]
        file = pathlib.Path(urllib.parse.unquote(path)) if path else reading.folder / name
        reading.expect(file.is_file() and reading.folder in file.parents, name, f"lien vers {address}")
        if fragment and file.is_file():
            reading.expect(fragment in reading.ids(file), name, f"lien vers {address}")


def check_page(page, axe, reading, name, has_keyboard):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto((reading.folder / name).as_uri())
    check_axe(page, axe, reading, name, "clair")
    page.emulate_media(color_scheme="dark")
    background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    reading.expect(background != "rgb(255, 255, 255)", name, "blanc dans le noir")
    check_axe(page, axe, reading, name, "sombre")
    page.emulate_media(color_scheme="light")
    check_width(page, reading, name, 320, 800, "320 pixels")
    check_width(page, reading, name, 640, 450, "agrandi à 200 %")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    overflow = page.evaluate(OVERFLOW)
    reading.expect(overflow <= 0, name, f"texte à 200 % : {overflow} pixels débordent")
    page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    check_print(page, reading, name)
    check_links(page, reading, name)
    if has_keyboard:
        check_keyboard(page, reading, name)


def check_without_script(browser, reading, name):
    """All rows show without the script, and no field promises what would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((reading.folder / name).as_uri())
    reading.expect(page.locator(".filter").count() == 0, name, "un champ sans script")
    reading.expect(page.locator("tbody tr").count() > 20, name, "des lignes manquent sans script")
    context.close()


# Around a part of a page, in pixels.
MARGIN = 16
PICTURES = [
    ("site-accueil", "index.html", "light", 1100, 1040, None),
    ("site-dessin", "index.html", "light", 1280, 900, "figure"),
    ("site-texte", "texte/politique-cadre.html", "light", 1280, 900, None),
    ("site-regle", "regles/contestation-de-decision.html", "dark", 1100, 800, None),
    ("site-telephone", "decisions/recevabilite.html", "light", 390, 844, None),
    ("explication", "cas/c07-*.html", "light", 1100, 900, ".report > section:nth-of-type(5)"),
]


def take_pictures(browser, reading, folder):
    """A few pages as they look, in few colours so that the files stay small."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, name, scheme, width, height, part in PICTURES:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(next(reading.folder.glob(name)).as_uri())
        path = folder / f"{file}.png"
        if part:
            box = page.locator(part).first.bounding_box()
            clip = {
                "x": box["x"] - MARGIN,
                "y": box["y"] - MARGIN,
                "width": box["width"] + 2 * MARGIN,
                "height": min(box["height"], height) + 2 * MARGIN,
            }
            page.screenshot(path=path, full_page=True, clip=clip)
        else:
            page.screenshot(path=path)
        with Image.open(path) as image:
            small = image.convert("RGB").quantize(colors=48, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
        context.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--court", action="store_true")
    parser.add_argument("--images", type=pathlib.Path)
    options = parser.parse_args()
    reading = Reading(options.folder.resolve())
    names = pages_of(reading.folder, options.court)
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        watch(page, reading)
        for name in names:
            check_page(page, axe, reading, name, not options.court or name in KEYBOARD)
        for name in ("index-general.html", "cas/index.html"):
            page.goto((reading.folder / name).as_uri())
            check_filter(page, reading, name)
        check_without_script(browser, reading, "index-general.html")
        if options.images:
            take_pictures(browser, reading, options.images)
        browser.close()
    for problem in reading.problems:
        print(problem, file=sys.stderr)
    count = f"{len(names)} pages, {reading.checks} vérifications"
    print(f"navigateur : {count}, {len(reading.problems)} problèmes")
    return 1 if reading.problems else 0


if __name__ == "__main__":
    sys.exit(main())
