/// The colours of pages, in light, in dark and on paper, as custom properties. Those in light are the published colours
/// of the Government of Quebec's web pages (text `#223654`, blue `#095797` and their shades).
///
/// Every pair of text and background reaches 4.5 to 1 (WCAG 2.2, criterion 1.4.3, level AA); a test computes it from
/// these very colours.
package enum HTMLPalette {
    /// `text`, `quiet`, `heading` and `link` on `page`, `notice`, `cited` and `plate`; `onband` on `band`; `line`
    /// separates, `edge` only adorns.
    package static let sheet = """
        :root {
          color-scheme: light dark;
          --page: #ffffff; --text: #223654; --quiet: #4b5a73; --heading: #223654; --link: #095797; --line: #6b778a;
          --notice: #dae6f0; --cited: #fbeec2; --plate: #f1f1f2; --band: #095797; --onband: #ffffff; --edge: #c5cad2;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #101b2d; --text: #eef1f5; --quiet: #b9c4d4; --heading: #dae6f0; --link: #9fd0f5; --line: #8b9ab0;
            --notice: #1d3554; --cited: #4a400e; --plate: #1a283e; --band: #0b3d6b; --onband: #ffffff; --edge: #3a4d6b;
          }
        }
        @media print {
          :root {
            --page: #ffffff; --text: #000000; --quiet: #333333; --heading: #000000; --link: #000000; --line: #6b778a;
            --notice: #ffffff; --cited: #eeeeee; --plate: #ffffff; --band: #ffffff; --onband: #000000; --edge: #999999;
          }
        }

        """

    /// Text and titles; nothing is fetched: a machine that has not these fonts uses its own.
    package static let textFonts = "Roboto, \"Open Sans\", \"Segoe UI\", system-ui, sans-serif"
    package static let titleFonts = "\"Open Sans\", \"Segoe UI\", system-ui, sans-serif"
}
