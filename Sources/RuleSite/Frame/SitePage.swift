import RuleExplanation

/// A page of the site before it has its frame.
struct SitePage {
    /// A step of the way from the home page to this one.
    struct Step {
        let name: String
        let address: PageAddress
    }

    /// How wide the text is set.
    enum Width {
        /// A column of text.
        case text
        /// Tables and drawings.
        case wide
    }

    let address: PageAddress
    let title: String
    /// The pages above, the home page aside.
    var trail: [Step] = []
    var width = Width.text
    let body: Markup
}
