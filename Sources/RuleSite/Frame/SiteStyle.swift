import RuleExplanation

/// The look of the site: the colours of ``HTMLPalette``, titles and text in the sizes of the Government of Quebec's web
/// pages, no logo. Nothing is fetched.
enum SiteStyle {
    static let sheet = HTMLPalette.sheet + text + frame + blocks + tables + document + drawing + print

    private static let text = """
        *, ::before, ::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 \(HTMLPalette.textFonts); overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, h6 { color: var(--heading); font-family: \(HTMLPalette.titleFonts); text-wrap: balance; }
        h1 { font-size: 2.25rem; line-height: 1.22; margin: 0.25rem 0 1rem; }
        @media (max-width: 40rem) { h1 { font-size: 1.75rem; } }
        h2 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 0.75rem; }
        h3 { font-size: 1.125rem; line-height: 1.4; margin: 1.5rem 0 0.5rem; }
        h4, h5, h6 { font-size: 1rem; margin: 1rem 0 0.25rem; }
        p { margin: 0 0 0.75rem; max-width: 46rem; }
        ul, ol { margin: 0 0 0.75rem; padding-left: 1.5rem; }
        li { margin: 0.2rem 0; max-width: 46rem; }
        a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        main:focus { outline: none; }
        code { font-size: 0.9em; background: var(--plate); border-radius: 3px; padding: 0.1em 0.3em; }
        .q { color: var(--quiet); }
        blockquote { margin: 0 0 0.75rem; padding: 0.75rem 1rem; background: var(--plate); border-left: 4px solid var(--edge); }
        blockquote p { margin: 0; }
        q { quotes: none; }

        """

    private static let frame = """
        .skip { position: absolute; left: -100vw; top: 0; background: var(--page); padding: 0.5rem 1rem; z-index: 1; }
        .skip:focus { left: 0; }
        .band { background: var(--band); color: var(--onband); padding: 1rem max(1rem, calc((100% - 76rem) / 2)); }
        .band a { color: var(--onband); }
        .band .name { font: 600 1.125rem/1.4 \(HTMLPalette.titleFonts); margin: 0 0 0.5rem; max-width: none; }
        .band .name a { text-decoration: none; }
        .band .name a:hover { text-decoration: underline; }
        .band :focus-visible { outline-color: var(--onband); }
        .band ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
        .band li { margin: 0; }
        .band li a { display: inline-block; padding: 0.2rem 0; text-decoration: none; border-bottom: 3px solid transparent; }
        .band li a:hover { border-bottom-color: var(--edge); }
        .band li a[aria-current] { border-bottom-color: var(--onband); }
        .trail, main, footer { max-width: 78rem; margin: 0 auto; padding: 0 1rem; }
        .trail { padding-top: 0.75rem; font-size: 0.875rem; }
        .trail ol { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0; }
        .trail li + li::before { content: "›"; margin: 0 0.5rem; color: var(--quiet); }
        main { padding-top: 1.5rem; padding-bottom: 3rem; }
        main.text > * { max-width: 50rem; }
        footer { border-top: 1px solid var(--edge); padding-top: 1rem; padding-bottom: 2rem; font-size: 0.875rem; }

        """

    private static let blocks = """
        main > section { margin-top: 2.5rem; border-top: 1px solid var(--edge); padding-top: 1.25rem; }
        .kind { color: var(--quiet); margin: 0; }
        h1 + .kind { margin-bottom: 0.75rem; }
        main > h1::first-letter, .steps a::first-letter { text-transform: uppercase; }
        .question { font-size: 1.25rem; line-height: 1.4; }
        .notice { background: var(--notice); border-left: 4px solid var(--link); padding: 0.75rem 1rem; }
        .conclusion { background: var(--notice); border-left: 4px solid var(--link); padding: 0.75rem 1rem; }
        .conclusion p { margin: 0; }
        .conclusion ul { margin: 0.25rem 0 0; }
        .conditions, .conditions ul { padding-left: 1.25rem; }
        .conditions > li { list-style: none; margin-left: -1.25rem; }
        .hole { background: var(--plate); border-radius: 3px; padding: 0 0.2em; }
        .tag { background: var(--notice); border-radius: 3px; padding: 0.1em 0.4em; font-size: 0.875rem; font-weight: normal; }
        dl { margin: 0 0 1rem; display: grid; gap: 0.35rem; }
        dl > div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1rem; }
        dt { color: var(--quiet); }
        dd { margin: 0; }
        summary { cursor: pointer; color: var(--link); }
        details { margin: 0 0 0.75rem; }
        details[open] > summary { margin-bottom: 0.5rem; }
        .columns { columns: 22rem; column-gap: 2rem; }
        .steps { list-style: none; padding: 0; counter-reset: etape; }
        .steps > li { display: grid; gap: 0.25rem 2rem; align-items: center; max-width: none; margin: 0; padding: 0.75rem 1rem;
          background: var(--plate); border-left: 4px solid var(--link); counter-increment: etape; }
        .steps > li + li { border-top: 2px solid var(--page); }
        .steps h3 { margin: 0; }
        .steps h3::before { content: counter(etape) ". "; }
        .steps a { display: inline-block; }
        .steps p { margin: 0; }
        @media (min-width: 48rem) { .steps > li { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } }
        .outcomes { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0.35rem; }
        .outcomes li { background: var(--page); border: 1px solid var(--edge); border-radius: 3px; padding: 0.1rem 0.5rem; margin: 0; font-size: 0.875rem; }
        .ways { list-style: none; padding: 0; display: grid; gap: 1rem 2rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
        .ways > li > a { font-weight: 600; }
        .ways p { margin: 0; }
        .filter input { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 3px;
          padding: 0.4rem 0.6rem; width: 20rem; max-width: 100%; }
        .report dl > div { display: block; }
        .report dt, .report dd { display: inline; }
        .report h4, .report h5 { margin-top: 1rem; }

        """

    private static let tables = """
        .scroll { overflow-x: auto; margin: 0 0 1rem; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: var(--quiet); font-size: 0.875rem; padding: 0 0 0.5rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--edge); min-width: 5rem; overflow-wrap: break-word; }
        caption.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        thead th { border-bottom: 2px solid var(--line); font-family: \(HTMLPalette.titleFonts); }
        tbody th { font-weight: normal; min-width: 9rem; }
        td ul, td p { margin: 0; }
        td ul { padding-left: 1.1rem; }

        """

    private static let document = """
        mark { color: inherit; background: var(--cited); }
        .exempt { text-decoration: underline dotted var(--line); text-underline-offset: 0.2em; }
        .legend { list-style: none; padding: 0; }
        sup { line-height: 0; margin: 0 0.15em; }
        .document { display: grid; gap: 0.75rem 2rem; }
        .row { display: grid; gap: 0 2rem; align-items: start; }
        .row > p { margin: 0; }
        .row > h2 { margin: 1.5rem 0 0; }
        .row > h3 { margin: 1rem 0 0; }
        .notes { list-style: none; padding: 0 0 0 0.75rem; margin: 0; border-left: 2px solid var(--edge); font-size: 0.875rem; }
        .notes > li { display: grid; grid-template-columns: auto 1fr; gap: 0 0.5rem; }
        .notes > .rest { display: block; color: var(--quiet); font-style: italic; }
        .notes ul { list-style: none; padding: 0; margin: 0; }
        .notes > li:target { background: var(--cited); }
        :target + mark, :target + .exempt { outline: 2px solid var(--link); }
        @media (min-width: 60rem) { .row { grid-template-columns: minmax(0, 1fr) minmax(0, 24rem); } }

        """

    private static let drawing = """
        .drawing { margin: 0 0 1rem; }
        figcaption { color: var(--quiet); font-size: 0.875rem; max-width: 46rem; }
        svg { display: block; max-width: none; height: auto; }
        @media (min-width: 60rem) { svg { max-width: 100%; } }
        svg text { font: 13px \(HTMLPalette.textFonts); fill: var(--text); }
        svg .label { font-weight: 600; }
        .fact .label, .rule .label, .definition .label { font-weight: normal; }
        svg .line { font-size: 12px; fill: var(--link); }
        svg .box { fill: var(--page); stroke: var(--line); }
        .decision > .box, .outcome > .box { fill: var(--notice); stroke: var(--link); }
        .definition > .box { fill: var(--plate); stroke-dasharray: 4 3; }
        .target { fill: transparent; }
        svg a:hover text, svg a:focus-visible text { text-decoration: underline; }
        svg a:focus-visible { outline: none; }
        svg a:focus-visible .target { stroke: var(--link); stroke-width: 3; }
        .links path { fill: none; stroke: var(--line); stroke-opacity: 0.45; stroke-width: 1.2; }

        """

    private static let print = """
        @media print {
          @page { size: letter; margin: 2cm; }
          body { font-size: 10.5pt; }
          .band nav, .trail, .skip, .filter { display: none; }
          .band { padding: 0 0 0.5rem; border-bottom: 1px solid var(--edge); }
          main, footer { max-width: none; padding-left: 0; padding-right: 0; }
          .scroll { overflow: visible; }
          svg { max-width: 100%; }
          a { text-decoration: none; }
          h1, h2, h3, h4 { break-after: avoid; }
          li, tr, .row, figure { break-inside: avoid; }
          mark.cited { border-bottom: 1px solid var(--line); }
          details::details-content { content-visibility: visible; block-size: auto; }
        }

        """
}
