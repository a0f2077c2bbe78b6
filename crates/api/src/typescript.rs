//! The contract as TypeScript, for the screen.

use ts_rs::TypeVisitor;

use crate::operations::operations;
use crate::visitor::Visitor;

/// The whole contract as one TypeScript file.
#[must_use]
pub fn contract_typescript() -> String {
    let mut visitor = Visitor::default();
    visitor.visit::<crate::ErrorReply>();
    for operation in operations() {
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

/// What the screen goes by of the rows of the operations, as one TypeScript file.
#[must_use]
pub fn operations_typescript() -> String {
    let stirring = operations().iter().filter(|operation| operation.stirs);
    let names: Vec<String> =
        stirring.map(|operation| format!("    \"{}\",", operation.name)).collect();
    format!(
        "// Generated from crates/api by `cargo xtask bindings`. Do not edit.\n\
         import type {{ Operations }} from \"./contract\";\n\n\
         /** Operations after which what others have answered may be old. */\n\
         export const STIRRING: ReadonlySet<keyof Operations> = new Set<keyof Operations>([\n\
         {}\n]);\n",
        names.join("\n")
    )
}
