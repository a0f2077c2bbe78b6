//! The contract as TypeScript, for the screen.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::operations::operations;

/// Gathers the types of all operations.
pub(crate) struct Visitor {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    operations: Vec<String>,
}

impl Visitor {
    pub(crate) fn operation<Request, Response>(&mut self, name: &str)
    where
        Request: TS + 'static + ?Sized,
        Response: TS + 'static + ?Sized,
    {
        self.visit::<Request>();
        self.visit::<Response>();
        let (request, response) = (Request::name(&self.config), Response::name(&self.config));
        self.operations
            .push(format!("  \"{name}\": {{ request: {request}; response: {response} }};"));
    }
}

impl TypeVisitor for Visitor {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        // Only types with a file of their own are declared; numbers, texts and lists are not.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let declaration = format!("export {}", T::decl(&self.config));
            let documented = match T::docs() {
                Some(docs) => format!("{docs}{declaration}"),
                None => declaration,
            };
            self.declarations.insert(name, documented);
        }
    }
}

/// The whole contract as one TypeScript file.
#[must_use]
pub fn contract_typescript() -> String {
    let mut visitor = Visitor {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        declarations: BTreeMap::new(),
        operations: Vec::new(),
    };
    visitor.visit::<crate::ErrorReply>();
    for operation in operations() {
        (operation.types)(&mut visitor);
    }
    let declarations: Vec<String> = visitor.declarations.into_values().collect();
    format!(
        "// Generated from crates/api by `cargo xtask bindings`. Do not edit.\n\n{}\n\n\
         export interface Operations {{\n{}\n}}\n",
        declarations.join("\n\n"),
        visitor.operations.join("\n")
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
