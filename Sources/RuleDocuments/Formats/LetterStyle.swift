/// The look of a letter: black on white, on a page of letter format when it is printed.
enum LetterStyle {
    static let sheet = """
        @page { size: letter; margin: 2.5cm 2.5cm 2cm; }
        body { margin: 0; background: #ffffff; color: #1a1a1a; font: 1rem/1.5 "Liberation Sans", Arial, sans-serif; }
        main { max-width: 42rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.15rem; margin: 1.5em 0 1em; }
        h2 { font-size: 1rem; margin: 1.5em 0 0.5em; }
        h3 { font-size: 1rem; font-weight: normal; font-style: italic; margin: 1.2em 0 0.4em; }
        p { margin: 0 0 0.9em; }
        ul { margin: 0 0 0.9em; padding-left: 1.5rem; }
        li { margin-bottom: 0.3em; }
        blockquote { margin: 0 0 0.9em; padding-left: 1rem; border-left: 0.2rem solid #6b7480; }
        .draft { border: 2px solid #8a1c1c; padding: 0.6rem 1rem; margin-bottom: 2rem; }
        .draft p { margin: 0; }
        .draft strong { color: #8a1c1c; }
        @media print {
          body { font-size: 11pt; line-height: 1.4; }
          main { max-width: none; padding: 0; }
          h1, h2, h3 { break-after: avoid; }
          li, blockquote { break-inside: avoid; }
          p { orphans: 3; widows: 3; }
        }

        """
}
