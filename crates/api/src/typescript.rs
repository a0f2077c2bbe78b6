//! The contract as TypeScript, for the screen.

use ts_rs::TypeVisitor;

use crate::listing::List;
use crate::operation::Operation;
use crate::operations::operations;
use crate::undo::{RULES, Undo};
use crate::visitor::Visitor;

/// The whole contract as one TypeScript file.
#[must_use]
pub fn contract_typescript() -> String {
    let mut visitor = Visitor::default();
    visitor.visit::<crate::ErrorReply>();
    for operation in operations() {
        visitor.lists(operation.list.is_some());
        (operation.types)(&mut visitor);
    }
    let (declarations, operations) = visitor.gathered();
    format!(
        "// Generated from crates/api by `cargo xtask bindings`. Do not edit.\n\n{}\n\n\
         export interface Operations {{\n{}\n}}\n",
        declarations.join("\n\n"),
        operations.join("\n")
    )
}

/// Fields of answers that name somebody.
const NAMING: [&str; 4] =
    ["person: string", "person_name: string", "family_name: string", "persons: Array<string>"];

impl Operation {
    /// Whether its answer can name a person, by its types.
    #[must_use]
    pub fn names_somebody(&self) -> bool {
        let mut visitor = Visitor::of_answers();
        (self.types)(&mut visitor);
        let (declarations, _) = visitor.gathered();
        let names = |declaration: &str, field: &str| {
            let is_whole = |at: usize| {
                let before = declaration[..at].chars().next_back();
                !before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_')
            };
            declaration.match_indices(field).any(|(at, _)| is_whole(at))
        };
        declarations.iter().any(|one| NAMING.iter().any(|field| names(one, field)))
    }
}

/// What the screen goes by of the rows of the operations, as one TypeScript file.
#[must_use]
pub fn operations_typescript() -> String {
    let stirring = operations().iter().filter(|operation| operation.stirs);
    let names: Vec<String> =
        stirring.map(|operation| format!("    \"{}\",", operation.name)).collect();
    let never = RULES.iter().filter_map(|rule| match rule.undo {
        Undo::Never(why) => Some(format!("    \"{}\": \"undo-never-{why}\",", rule.operation)),
        _ => None,
    });
    let never: Vec<String> = never.collect();
    format!(
        "// Generated from crates/api by `cargo xtask bindings`. Do not edit.\n\
         import type {{ Operations }} from \"./contract\";\n\n\
         /** Operations after which what others have answered may be old. */\n\
         export const STIRRING: ReadonlySet<keyof Operations> = new Set<keyof Operations>([\n\
         {}\n]);\n\n\
         /** Changes that cannot be undone, with the text id of why. */\n\
         export const NEVER_UNDONE: Readonly<Partial<Record<keyof Operations, string>>> = {{\n{}\n}};\n",
        names.join("\n"),
        never.join("\n")
    )
}

/// The lists of the contract with their columns, as one TypeScript file.
#[must_use]
pub fn lists_typescript() -> String {
    let listing = operations().iter().filter_map(|one| Some((one.name, one.list?)));
    let list = |(name, list): (&str, &List)| {
        let columns: Vec<String> = list
            .columns
            .iter()
            .map(|column| format!("{}: \"{}\"", quoted(column.id), column.title))
            .collect();
        let key: Vec<String> = list.key.iter().map(|place| format!("\"{place}\"")).collect();
        format!(
            "    \"{name}\": {{ title: \"{}\", rows: \"{}\", key: [{}], columns: {{ {} }} }},",
            list.title,
            list.rows,
            key.join(", "),
            columns.join(", ")
        )
    };
    let lists: Vec<String> = listing.map(list).collect();
    format!(
        "// Generated from crates/api by `cargo xtask bindings`. Do not edit.\n\n\
         /** Operations that answer with a list: text ids of its name and of its columns' headings by column, and JSON pointers to its rows and to what tells them apart. */\n\
         export const LISTS = {{\n{}\n}} as const;\n\n\
         /** An operation that answers with a list. */\n\
         export type ListName = keyof typeof LISTS;\n",
        lists.join("\n")
    )
}

/// A name as a key of an object.
fn quoted(name: &str) -> String {
    if name.contains('-') { format!("\"{name}\"") } else { name.to_owned() }
}
