//! JSON files, as people write them: what is wrong is told in Swedish, with its place.

use std::fmt;
use std::fs;
use std::path::Path;

use api::{ErrorReply, Place};
use serde::Deserializer;
use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

/// The sign that some programs write before a text in UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads a file in UTF-8, with or without a byte order mark.
pub(crate) fn read_text(path: &str) -> Result<String, ErrorReply> {
    let bytes = fs::read(path).map_err(|error| {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => "file-missing",
            _ => "file-unreadable",
        };
        ErrorReply::new(code, &[])
    })?;
    text_of(bytes, path)
}

/// The text of bytes that were read from `path`.
fn text_of(bytes: Vec<u8>, path: &str) -> Result<String, ErrorReply> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        at("file-not-utf8", path, line, column)
    })?;
    Ok(text.strip_prefix(BYTE_ORDER_MARK).map(str::to_owned).unwrap_or(text))
}

/// Reads a JSON file. No name stands twice in an object: which of the two was meant, nobody knows.
pub(crate) fn read_json(path: &str) -> Result<Value, ErrorReply> {
    read(&read_text(path)?, path)
}

/// As [`read_json`], of bytes that were read from `path`.
pub(crate) fn read_json_of(bytes: Vec<u8>, path: &str) -> Result<Value, ErrorReply> {
    read(&text_of(bytes, path)?, path)
}

fn read(text: &str, path: &str) -> Result<Value, ErrorReply> {
    let mut twice = Vec::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Reading { place: String::new(), twice: &mut twice }.deserialize(&mut reader);
    let value = value.and_then(|value| reader.end().map(|()| value));
    let value = value.map_err(|error| {
        let code = match error.classify() {
            Category::Eof => "json-ends-early",
            Category::Io | Category::Syntax | Category::Data => "json-syntax",
        };
        // The parser counts bytes, an editor counts signs.
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = &line.as_bytes()[..error.column().min(line.len())];
        let column = String::from_utf8_lossy(before).chars().count().max(1);
        at(code, path, error.line().max(1), column)
    })?;
    let faults = twice.into_iter().map(|(place, key)| {
        let mut reply = ErrorReply::new("json-key-twice", &[("key".to_owned(), key)]);
        reply.place = Some(Place { file: name(path), field: Some(place), ..Place::default() });
        reply.by_rule = true;
        reply
    });
    let mut faults = faults.collect::<Vec<_>>().into_iter();
    match faults.next() {
        None => Ok(value),
        Some(first) => Err(ErrorReply { also: faults.collect(), ..first }),
    }
}

/// A fault at a line and a column, both from 1.
fn at(code: &str, path: &str, line: usize, column: usize) -> ErrorReply {
    let values = [("line", line), ("column", column)];
    let values = values.map(|(name, number)| (name.to_owned(), number.to_string()));
    let mut reply = ErrorReply::new(code, &values);
    reply.place = Some(Place {
        file: name(path),
        line: u32::try_from(line).ok(),
        column: u16::try_from(column).ok(),
        field: None,
    });
    reply
}

fn name(path: &str) -> Option<String> {
    Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned())
}

/// A value that is being read, where it stands, and the names that have stood twice so far.
struct Reading<'t> {
    place: String,
    twice: &'t mut Vec<(String, String)>,
}

impl<'de> DeserializeSeed<'de> for Reading<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reading<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        Number::from_f64(number).map(Value::Number).ok_or_else(|| E::custom("not finite"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let mut read = Vec::new();
        loop {
            let place = format!("{}[{}]", self.place, read.len());
            match values.next_element_seed(Reading { place, twice: self.twice })? {
                Some(value) => read.push(value),
                None => return Ok(Value::Array(read)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut read = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            let dot = if self.place.is_empty() { "" } else { "." };
            let place = format!("{}{dot}{key}", self.place);
            let value =
                fields.next_value_seed(Reading { place: place.clone(), twice: self.twice })?;
            if read.insert(key.clone(), value).is_some() {
                self.twice.push((place, key));
            }
        }
        Ok(Value::Object(read))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    fn told(bytes: &[u8]) -> Result<Value, Vec<(String, Place)>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("facts.json");
        fs::write(&path, bytes).unwrap();
        read_json(&path.to_string_lossy()).map_err(|reply| {
            let all = std::iter::once(&reply).chain(&reply.also);
            all.map(|reply| (reply.code.clone(), reply.place.clone().unwrap())).collect()
        })
    }

    fn at(line: u32, column: u16) -> Place {
        let file = Some("facts.json".to_owned());
        Place { file, line: Some(line), column: Some(column), field: None }
    }

    #[test]
    fn what_is_read_is_what_json_says() {
        let text =
            r#"{"a": [1, -2, 1.5, 1e3, true, null, "å", {}, []], "b": 18446744073709551615}"#;
        let plain: Value = serde_json::from_str(text).unwrap();
        assert_eq!(told(text.as_bytes()), Ok(plain.clone()));
        assert_eq!(told(format!("\u{feff}{text}").as_bytes()), Ok(plain));
    }

    #[test]
    fn a_fault_is_told_at_its_line_and_column() {
        for (bytes, code, line, column) in [
            (&b""[..], "json-ends-early", 1, 1),
            (b"{\n \"a\": 1,\n", "json-ends-early", 3, 1),
            (b"{\n  \"a\": 1\n  \"b\": 2\n}", "json-syntax", 3, 3),
            ("{\"ååå\": x}".as_bytes(), "json-syntax", 1, 9),
            (b"{} {}", "json-syntax", 1, 4),
            (b"[1e400]", "json-syntax", 1, 6),
            (b"{\n \"a\": \"\xe5\"}", "file-not-utf8", 2, 8),
            (b"\xff\xfe{\0}\0", "file-not-utf8", 1, 1),
        ] {
            let expected = vec![(code.to_owned(), at(line, column))];
            assert_eq!(told(bytes), Err(expected), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn every_name_that_stands_twice_is_told() {
        let text = r#"{"facts": [{"kind": "died", "kind": "birth"}], "costs": 1, "costs": 2}"#;
        let told = told(text.as_bytes()).unwrap_err();
        let fields: Vec<_> =
            told.iter().map(|(code, place)| (code.as_str(), place.field.as_deref())).collect();
        assert_eq!(
            fields,
            [("json-key-twice", Some("facts[0].kind")), ("json-key-twice", Some("costs"))]
        );
    }
}
