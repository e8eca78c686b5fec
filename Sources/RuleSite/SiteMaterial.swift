package import RuleFixtures
package import RuleModel
package import RuleReview
package import SourceText

/// What a site is made of: the rules, their sources looked up in the documents, and the cases that were run.
package struct SiteMaterial: Sendable {
    package let set: RuleSet
    /// Holds the rules, the documents and the cases.
    package let library: SourceLibrary
    /// The folders of the rules and of the cases: places are shown relative to them, so that a site does not say on which
    /// machine it was made.
    package let folders: [String]
    package let review: SourceReview
    /// In the order in which they were run.
    package let fixtures: [RunFixture]
    package let examples: [CheckResult]
    package let coverage: CoverageReport

    package init(
        set: RuleSet, library: SourceLibrary, folders: [String], review: SourceReview, fixtures: [RunFixture],
        examples: [CheckResult], coverage: CoverageReport
    ) {
        self.set = set
        self.library = library
        self.folders = folders
        self.review = review
        self.fixtures = fixtures
        self.examples = examples
        self.coverage = coverage
    }
}
