//! TOML to a profile, with everything wrong in it at once.

use std::collections::BTreeMap;
use std::str::FromStr;

use toml::{Table, Value};

use super::{
    Column, FactBlock, FactSource, Forms, KIND, KindSource, Preamble, Profile, ProfileKind,
    SignRule, SumRow, Target,
};
use crate::values::{AmountForm, DateForm, MinusStyle};

/// Something wrong with a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFault {
    /// Where in the profile, such as `columns.amount.names`; empty for the whole text.
    pub path: String,
    /// Line of the TOML text, where the text is no TOML at all.
    pub line: Option<usize>,
    /// What it is.
    pub code: ProfileFaultCode,
    /// Named values for the text, in the order of the text.
    pub values: Vec<(String, String)>,
}

impl ProfileFault {
    pub(super) fn new(path: &str, code: ProfileFaultCode) -> ProfileFault {
        ProfileFault { path: path.to_owned(), line: None, code, values: Vec::new() }
    }

    pub(super) fn with(mut self, name: &str, value: impl ToString) -> ProfileFault {
        self.values.push((name.to_owned(), value.to_string()));
        self
    }
}

macro_rules! profile_fault_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// The stable codes of faults in profiles.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ProfileFaultCode { $($(#[$doc])* $name),+ }

        impl ProfileFaultCode {
            /// Every code.
            pub const ALL: &'static [ProfileFaultCode] = &[$(ProfileFaultCode::$name),+];

            /// The code as it stands in contracts.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(ProfileFaultCode::$name => $text),+ }
            }
        }
    };
}

profile_fault_codes! {
    /// The text is no TOML. `line` is set.
    NotToml = "profile-not-toml",
    /// A key that profiles do not have.
    UnknownKey = "profile-unknown-key",
    /// Something that must be there is not.
    Missing = "profile-missing",
    /// A value of the wrong kind. Value: `expected`.
    WrongType = "profile-wrong-type",
    /// A value that is not among those allowed. Value: `value`.
    UnknownValue = "profile-unknown-value",
    /// An empty text or list.
    Empty = "profile-empty",
    /// A header name that stands for two columns. Values: `name`, `other` (path).
    NameTwice = "profile-name-twice",
    /// Does not belong to this kind of list. Value: `kind`.
    NotInKind = "profile-not-in-kind",
    /// Contradicts something else. Value: `other`.
    Clash = "profile-clash",
    /// Too few required columns to recognise a header by. Values: `found`, `expected`.
    TooFewRequired = "profile-too-few-required",
    /// A column that the profile does not know. Value: `name`.
    UnknownColumn = "profile-unknown-column",
    /// A fact that no column of the row tells apart from none.
    NoColumn = "profile-no-column",
}

use ProfileFaultCode as Code;

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// Everything wrong with it, each with its path; never an empty list.
    pub fn from_toml(text: &str) -> Result<Profile, Vec<ProfileFault>> {
        let table = Table::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            let line = Some(before.matches('\n').count() + 1);
            vec![ProfileFault { line, ..ProfileFault::new("", Code::NotToml) }]
        })?;
        let mut faults = Vec::new();
        let profile = Section { path: String::new(), table, faults: &mut faults }.profile();
        for fault in profile.iter().flat_map(Profile::check) {
            if !faults.iter().any(|known: &ProfileFault| known.path == fault.path) {
                faults.push(fault);
            }
        }
        profile.filter(|_| faults.is_empty()).ok_or(faults)
    }
}

/// One table of the text; keys are taken out as they are read, and what is left is unknown.
struct Section<'f> {
    path: String,
    table: Table,
    faults: &'f mut Vec<ProfileFault>,
}

impl Section<'_> {
    fn profile(mut self) -> Option<Profile> {
        let kind = self.one_of("kind", ProfileKind::parse);
        let kind = self.needed("kind", kind);
        let name = self.text("name");
        let name = self.needed("name", name);
        let version = self.version();
        let description = self.text("description").unwrap_or_default();
        let sheet = self.text("sheet");
        let ignored = self.texts("ignored").unwrap_or_default();
        let several_rows = self.truth("several_rows");
        let preamble = self.section("preamble").and_then(Section::preamble);
        let had_forms = self.table.contains_key("forms");
        let forms = self.section("forms").and_then(Section::forms);
        let sum_row = self.section("sum_row").and_then(Section::sum_row);
        let constants = self.section("constants").map(Section::constants).unwrap_or_default();
        let had_columns = self.table.contains_key("columns");
        let columns = self.section("columns").map(Section::columns);
        let facts = self.facts();
        for (key, had) in [("forms", had_forms), ("columns", had_columns)] {
            if !had {
                self.fault(key, Code::Missing);
            }
        }
        self.end();
        Some(Profile {
            kind: kind?,
            name: name?,
            version: version?,
            description,
            sheet,
            ignored,
            several_rows,
            preamble,
            forms: forms?,
            sum_row,
            constants,
            columns: columns?,
            facts,
        })
    }

    fn version(&mut self) -> Option<u32> {
        let value = self.table.remove("version");
        let value = self.needed("version", value)?;
        let version = value.as_integer().and_then(|number| u32::try_from(number).ok());
        if version.is_none() {
            self.wrong_type("version", "integer");
        }
        version
    }

    fn preamble(mut self) -> Option<Preamble> {
        let label = self.text("payment_date");
        let payment_date = self.needed("payment_date", label);
        self.end();
        Some(Preamble { payment_date: payment_date? })
    }

    fn sum_row(mut self) -> Option<SumRow> {
        let markers = self.texts("markers");
        let markers = self.needed("markers", markers);
        let column = self.text("column");
        self.end();
        Some(SumRow { markers: markers?, column })
    }

    fn forms(mut self) -> Option<Forms> {
        let dates = self.list("dates", |text| text.parse::<DateForm>().ok());
        let dates = self.needed("dates", dates);
        let had_amounts = self.table.contains_key("amounts");
        let amounts = self.section("amounts").and_then(Section::amounts);
        if !had_amounts {
            self.fault("amounts", Code::Missing);
        }
        let sign = self.sign();
        self.end();
        Some(Forms { dates: dates?, amounts: amounts?, sign })
    }

    fn amounts(mut self) -> Option<AmountForm> {
        let one_letter = |text: &str| {
            let mut letters = text.chars();
            letters.next().filter(|_| letters.next().is_none())
        };
        let decimal_sign = self.one_of("decimal_sign", one_letter);
        let decimal_sign = self.needed("decimal_sign", decimal_sign);
        let thousands_signs = self.list("thousands_signs", one_letter).unwrap_or_default();
        let minus = self.list("minus", |text| match text {
            "trailing" => Some(MinusStyle::Trailing),
            "parentheses" => Some(MinusStyle::Parentheses),
            _ => None,
        });
        self.end();
        let minus = minus.unwrap_or_default();
        Some(AmountForm { decimal_sign: decimal_sign?, thousands_signs, minus })
    }

    fn sign(&mut self) -> SignRule {
        if self.table.get("sign").is_some_and(Value::is_table) {
            return self.section("sign").map(Section::sign_for_codes).unwrap_or_default();
        }
        let rule = self.one_of("sign", |text| match text {
            "as-written" => Some(SignRule::AsWritten),
            "reversed" => Some(SignRule::Reversed),
            _ => None,
        });
        rule.unwrap_or_default()
    }

    fn sign_for_codes(mut self) -> SignRule {
        let beginnings = self.texts("negative-for-codes");
        let beginnings = self.needed("negative-for-codes", beginnings);
        self.end();
        SignRule::NegativeForCodes(beginnings.unwrap_or_default())
    }

    fn constants(mut self) -> BTreeMap<Target, String> {
        let keys: Vec<String> = self.table.keys().cloned().collect();
        let mut constants = BTreeMap::new();
        for key in keys {
            if let (Some(target), Some(text)) = (Target::from_name(&key), self.text_if_known(&key))
            {
                constants.insert(target, text);
            }
        }
        self.end();
        constants
    }

    fn text_if_known(&mut self, key: &str) -> Option<String> {
        Target::from_name(key).and_then(|_| self.text(key))
    }

    fn columns(mut self) -> BTreeMap<Target, Column> {
        let mut columns = BTreeMap::new();
        for target in Target::ALL {
            if let Some(column) = self.section(target.name()).and_then(Section::column) {
                columns.insert(*target, column);
            }
        }
        self.end();
        columns
    }

    fn column(mut self) -> Option<Column> {
        let names = self.texts("names");
        let names = self.needed("names", names);
        let required = self.truth("required");
        self.end();
        Some(Column { names: names?, required })
    }

    /// The blocks of facts; those with a fault of form are left out.
    fn facts(&mut self) -> Vec<FactBlock> {
        let Some(value) = self.table.remove("facts") else { return Vec::new() };
        let Value::Array(blocks) = value else {
            self.wrong_type("facts", "list of tables");
            return Vec::new();
        };
        let mut read = Vec::new();
        for (index, block) in blocks.into_iter().enumerate() {
            let path = self.path_of(&format!("facts[{index}]"));
            let Value::Table(table) = block else {
                self.faults
                    .push(ProfileFault::new(&path, Code::WrongType).with("expected", "table"));
                continue;
            };
            read.extend(Section { path, table, faults: self.faults }.fact_block());
        }
        read
    }

    fn fact_block(mut self) -> Option<FactBlock> {
        let kind = if self.table.get(KIND).is_some_and(Value::is_table) {
            self.section(KIND).map(|section| KindSource::Written(section.fact_source()))
        } else {
            self.text(KIND).map(KindSource::Always)
        };
        let kind = self.needed(KIND, kind);
        let keys: Vec<String> = self.table.keys().cloned().collect();
        let mut fields = BTreeMap::new();
        for key in keys {
            if let Some(source) = self.section(&key).map(Section::fact_source) {
                fields.insert(key, source);
            }
        }
        Some(FactBlock { kind: kind?, fields })
    }

    fn fact_source(mut self) -> FactSource {
        let column = self.texts("column").unwrap_or_default();
        let required = self.truth("required");
        let value = self.text("value");
        let values = self.section("values").map(Section::words).unwrap_or_default();
        self.end();
        FactSource { column, required, value, values }
    }

    /// A table of texts by texts.
    fn words(mut self) -> BTreeMap<String, String> {
        let keys: Vec<String> = self.table.keys().cloned().collect();
        let word = |key: String| self.text(&key).map(|text| (key, text));
        keys.into_iter().filter_map(word).collect()
    }

    fn truth(&mut self, key: &str) -> bool {
        match self.table.remove(key) {
            None => false,
            Some(Value::Boolean(truth)) => truth,
            Some(_) => {
                self.wrong_type(key, "boolean");
                false
            }
        }
    }

    fn section(&mut self, key: &str) -> Option<Section<'_>> {
        match self.table.remove(key)? {
            Value::Table(table) => {
                Some(Section { path: self.path_of(key), table, faults: self.faults })
            }
            _ => {
                self.wrong_type(key, "table");
                None
            }
        }
    }

    fn text(&mut self, key: &str) -> Option<String> {
        match self.table.remove(key)? {
            Value::String(text) => Some(text),
            _ => {
                self.wrong_type(key, "text");
                None
            }
        }
    }

    fn one_of<T>(&mut self, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(key)?;
        let value = read(&text);
        if value.is_none() {
            let path = self.path_of(key);
            self.faults.push(ProfileFault::new(&path, Code::UnknownValue).with("value", text));
        }
        value
    }

    fn texts(&mut self, key: &str) -> Option<Vec<String>> {
        self.list(key, |text| Some(text.to_owned()))
    }

    fn list<T>(&mut self, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let Value::Array(values) = self.table.remove(key)? else {
            self.wrong_type(key, "list of texts");
            return None;
        };
        let mut list = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let path = self.path_of(&format!("{key}[{index}]"));
            match value.as_str().map(|text| (text, read(text))) {
                Some((_, Some(item))) => list.push(item),
                Some((text, None)) => {
                    self.faults
                        .push(ProfileFault::new(&path, Code::UnknownValue).with("value", text));
                }
                None => {
                    self.faults
                        .push(ProfileFault::new(&path, Code::WrongType).with("expected", "text"));
                }
            }
        }
        Some(list)
    }

    /// Notes that a key is missing, unless the key was there and has its own fault already.
    fn needed<T>(&mut self, key: &str, value: Option<T>) -> Option<T> {
        let path = self.path_of(key);
        if value.is_none() && !self.faults.iter().any(|fault| fault.path == path) {
            self.faults.push(ProfileFault::new(&path, Code::Missing));
        }
        value
    }

    fn wrong_type(&mut self, key: &str, expected: &str) {
        let path = self.path_of(key);
        self.faults.push(ProfileFault::new(&path, Code::WrongType).with("expected", expected));
    }

    fn fault(&mut self, key: &str, code: Code) {
        let path = self.path_of(key);
        self.faults.push(ProfileFault::new(&path, code));
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn end(self) {
        let keys: Vec<String> = self.table.keys().map(|key| self.path_of(key)).collect();
        self.faults.extend(keys.iter().map(|path| ProfileFault::new(path, Code::UnknownKey)));
    }
}
