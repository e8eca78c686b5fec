/// The look of the page. Every pair of text and background reaches 4.5 to 1 (WCAG 2.2, criterion 1.4.3, level AA); a
/// test computes it from these very colours.
enum HTMLStyle {
    static let sheet = """
        :root {
          color-scheme: light dark;
          --page: #ffffff; --text: #1a1a1a; --quiet: #4f5660; --heading: #0b3d63; --line: #6b7480; --notice: #fff4d6;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #14171a; --text: #ececec; --quiet: #b4bcc6; --heading: #9fd0f5; --line: #8b95a1; --notice: #3a2f10;
          }
        }
        body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, h6 { color: var(--heading); line-height: 1.25; margin: 1.25em 0 0.4em; }
        h2 { border-bottom: 1px solid var(--line); padding-bottom: 0.2em; }
        .notice { background: var(--notice); border-left: 0.3rem solid var(--line); padding: 0.6rem 0.8rem; }
        dl { margin: 0.5em 0; }
        dt, dd { display: inline; margin: 0; }
        ul { margin: 0.3em 0; padding-left: 1.4rem; }
        .q { color: var(--quiet); }
        details > ul { border-left: 1px solid var(--line); }
        summary { cursor: pointer; }
        summary:focus-visible { outline: 2px solid var(--heading); outline-offset: 2px; }
        @media print {
          :root { --page: #ffffff; --text: #000000; --quiet: #333333; --heading: #000000; --notice: #ffffff; }
          main { max-width: none; }
          section, li { break-inside: avoid-page; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }

        """
}
