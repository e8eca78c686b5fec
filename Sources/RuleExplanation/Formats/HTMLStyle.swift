/// The look of a report, in the colours of ``HTMLPalette``.
enum HTMLStyle {
    static let sheet = """
        \(HTMLPalette.sheet)\
        body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 \(HTMLPalette.textFonts); }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, h6 {
          color: var(--heading); font-family: \(HTMLPalette.titleFonts); line-height: 1.25; margin: 1.25em 0 0.4em;
        }
        h2 { border-bottom: 1px solid var(--line); padding-bottom: 0.2em; }
        .notice { background: var(--notice); border-left: 0.3rem solid var(--link); padding: 0.6rem 0.8rem; }
        dl { margin: 0.5em 0; }
        dt, dd { display: inline; margin: 0; }
        ul { margin: 0.3em 0; padding-left: 1.4rem; }
        .q { color: var(--quiet); }
        details > ul { border-left: 1px solid var(--line); }
        summary { cursor: pointer; }
        summary:focus-visible { outline: 2px solid var(--heading); outline-offset: 2px; }
        @media print {
          main { max-width: none; }
          section, li { break-inside: avoid-page; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }

        """
}
