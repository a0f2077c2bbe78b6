//! Gathers the types of the contract.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::listing::{Listed, Listing};

/// Gathers the types of all operations.
pub(crate) struct Visitor {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    operations: Vec<String>,
    are_lists: bool,
    only_answers: bool,
}

impl Default for Visitor {
    fn default() -> Visitor {
        Visitor {
            config: Config::new().with_large_int("number"),
            seen: HashSet::new(),
            declarations: BTreeMap::new(),
            operations: Vec::new(),
            are_lists: false,
            only_answers: false,
        }
    }
}

impl Visitor {
    /// The declarations by name, and the operations in the order of the table.
    pub(crate) fn gathered(self) -> (Vec<String>, Vec<String>) {
        (self.declarations.into_values().collect(), self.operations)
    }

    /// Gathers the types of answers, and not those of requests.
    pub(crate) fn of_answers() -> Visitor {
        Visitor { only_answers: true, ..Visitor::default() }
    }

    /// The operations told from now on answer with lists, or not.
    pub(crate) fn lists(&mut self, are_lists: bool) {
        self.are_lists = are_lists;
    }

    pub(crate) fn operation<Request, Response>(&mut self, name: &str)
    where
        Request: TS + 'static + ?Sized,
        Response: TS + 'static + ?Sized,
    {
        if !self.only_answers {
            self.visit::<Request>();
        }
        self.visit::<Response>();
        let (mut request, mut response) =
            (Request::name(&self.config), Response::name(&self.config));
        if self.are_lists {
            self.visit::<Listing>();
            self.visit::<Listed>();
            request.push_str(" & { shown?: Listing }");
            response.push_str(" & { listed?: Listed }");
        }
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
            let before = self.declarations.insert(name.clone(), documented);
            assert!(before.is_none(), "two types of the contract are called {name}");
        }
    }
}
