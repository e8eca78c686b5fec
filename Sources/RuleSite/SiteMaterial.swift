package import RuleFixtures
package import RuleModel
package import RuleReview
package import SourceText

/// What a site is made of: the rules, their sources looked up in the documents, and the cases that were run.
package struct SiteMaterial: Sendable {
    package let set: RuleSet
    /// Holds the rules, the documents and the cases.
    package let library: SourceLibrary
    /// The folder of the rules: places are shown relative to it.
    package let folder: String
    package let review: SourceReview
    /// In the order in which they were run.
    package let fixtures: [RunFixture]
    package let examples: [CheckResult]
    package let coverage: CoverageReport

    package init(
        set: RuleSet, library: SourceLibrary, folder: String, review: SourceReview, fixtures: [RunFixture],
        examples: [CheckResult], coverage: CoverageReport
    ) {
        self.set = set
        self.library = library
        self.folder = folder
        self.review = review
        self.fixtures = fixtures
        self.examples = examples
        self.coverage = coverage
    }
}
