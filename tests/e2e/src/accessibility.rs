//! axe-core on the page as the person sees it, and whether all of it is words.

use serde_json::Value;

use crate::{Page, Result, root};

/// The rules of WCAG 2.0, 2.1 and 2.2, levels A and AA.
const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Runs the rules. The page's own policy lets no script in; the driver may put one there.
const RUN: &str = "
    const [rules, done] = arguments;
    axe.run(document, { runOnly: { type: 'tag', values: rules } }).then(
        (result) => done({ passes: result.passes.length, violations: result.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)) }),
        (error) => done({ error: String(error) }),
    );
";

/// Ids of texts that the screen shows because it has no such text, `{rules-step-wording}`, or that it could not
/// fill, `{$count}`. A place in a text of the city's own, such as `{month}`, has no such name.
const WORDLESS: &str = r"
    const shown = [document.body.innerText];
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
        shown.push(element.ariaLabel, element.title, element.placeholder);
    return shown.flatMap((text) => String(text ?? '').match(/\{\$[a-z]\w*\}|\{[a-z]+(?:-[\w.]+)+\}/g) ?? []);
";

impl Page {
    /// Everything on the page that breaks a rule of WCAG 2.2 AA, in words, and every text that is missing.
    ///
    /// # Errors
    /// When axe-core is not installed (`npm ci`) or does not run.
    pub async fn violations(&self) -> Result<Vec<String>> {
        let file = root().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file)
            .map_err(|error| format!("{}: {error} (npm ci)", file.display()))?;
        self.client().execute(&axe, vec![]).await?;
        let answer = self.client().execute_async(RUN, vec![RULES.as_slice().into()]).await?;
        if answer["passes"].as_u64().unwrap_or(0) == 0 {
            return Err(format!("axe-core looked at nothing: {answer}").into());
        }
        let wordless = self.client().execute(WORDLESS, vec![]).await?;
        let violations = [&answer["violations"], &wordless];
        let violations = violations.into_iter().filter_map(Value::as_array).flatten();
        Ok(violations.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Fails with every violation.
    ///
    /// # Errors
    /// When there are any, or axe-core did not run.
    pub async fn assert_accessible(&self) -> Result {
        match self.violations().await? {
            violations if violations.is_empty() => Ok(()),
            violations => Err(violations.join("\n").into()),
        }
    }
}
