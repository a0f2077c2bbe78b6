//! The parts that others have made, with their licences: what the program shows under "Om Återsök", and
//! the bill of materials that lies beside an installer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::Outcome;
use crate::root::root;
use crate::run::read;

/// Where the program reads them.
const FILE: &str = "assets/licences/parts.csv";
/// Packages whose parts end up with whoever installs the program.
const INSTALLED: [&str; 2] = ["atersok", "cli"];

/// A part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part {
    name: String,
    version: String,
    licence: String,
    /// The kind of package, as package URLs call it.
    kind: &'static str,
}

/// Writes the list anew.
pub(crate) fn write() -> Outcome {
    let file = root().join(FILE);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{FILE}: {error}"))?;
    }
    fs::write(file, as_csv(&parts()?)).map_err(|error| format!("{FILE}: {error}"))?;
    println!("{FILE} written");
    Ok(())
}

/// Refuses a list that is older than the lock files.
pub(crate) fn check() -> Outcome {
    let stored = fs::read_to_string(root().join(FILE)).unwrap_or_default();
    match stored.replace("\r\n", "\n") == as_csv(&parts()?) {
        true => Ok(()),
        false => Err(format!("{FILE} is older than the lock files: run `cargo xtask licences`")),
    }
}

/// Every part that is installed, by name.
pub(crate) fn parts() -> Outcome<Vec<Part>> {
    let metadata = read("cargo metadata --quiet --format-version 1 --locked")?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let lock = fs::read_to_string(root().join("package-lock.json"))
        .map_err(|error| format!("package-lock.json: {error}"))?;
    let lock: Value =
        serde_json::from_str(&lock).map_err(|error| format!("package-lock.json: {error}"))?;
    let mut parts: BTreeSet<Part> = of_cargo(&metadata).into_iter().collect();
    parts.extend(of_npm(&lock));
    Ok(parts.into_iter().collect())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// What is linked into the programs, on whatever system: neither tests nor what builds them.
fn of_cargo(metadata: &Value) -> Vec<Part> {
    let packages: BTreeMap<String, &Value> =
        list(&metadata["packages"]).map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, &Value> =
        list(&metadata["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let is_installed = |id: &&String| {
        packages
            .get(*id)
            .is_some_and(|package| INSTALLED.contains(&text(&package["name"]).as_str()))
    };
    let mut waiting: Vec<String> = packages.keys().filter(is_installed).cloned().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let Some(node) = nodes.get(&id) else { continue };
        let is_linked = |used: &&Value| list(&used["dep_kinds"]).any(|kind| kind["kind"].is_null());
        waiting.extend(list(&node["deps"]).filter(is_linked).map(|used| text(&used["pkg"])));
    }
    let foreign = seen.iter().filter_map(|id| packages.get(id));
    let foreign = foreign.filter(|package| !package["source"].is_null());
    let part = |package: &&Value| Part {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence: text(&package["license"]).replace('/', " OR "),
        kind: "cargo",
    };
    foreign.map(part).collect()
}

/// What is built into the screen.
fn of_npm(lock: &Value) -> Vec<Part> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    let shipped = packages.filter_map(|(path, package)| {
        let name = path.rsplit_once("node_modules/")?.1;
        let is_shipped = package["dev"] != true && package["link"] != true;
        is_shipped.then(|| Part {
            name: name.to_owned(),
            version: text(&package["version"]),
            licence: text(&package["license"]),
            kind: "npm",
        })
    });
    shipped.collect()
}

fn as_csv(parts: &[Part]) -> String {
    let mut csv = "name;version;licence\n".to_owned();
    for part in parts {
        csv.push_str(&format!("{};{};{}\n", part.name, part.version, part.licence));
    }
    csv
}

/// The parts as a CycloneDX bill of materials of the program.
pub(crate) fn bill_of_materials(version: &str, parts: &[Part]) -> Value {
    let component = |part: &Part| {
        let name = part.name.replace('@', "%40");
        json!({
            "type": "library",
            "name": part.name,
            "version": part.version,
            "licenses": [{ "expression": part.licence }],
            "purl": format!("pkg:{}/{name}@{}", part.kind, part.version),
        })
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "name": "atersok", "version": version,
            "licenses": [{ "expression": "EUPL-1.2" }],
        } },
        "components": parts.iter().map(component).collect::<Vec<Value>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_builds_and_what_tests_is_no_part() {
        let kind = |kind: &str| match kind {
            "" => json!([{ "kind": null }]),
            other => json!([{ "kind": other }]),
        };
        let package = |name: &str, source: Value| json!({ "id": name, "name": name, "version": "1", "license": "MIT/Apache-2.0", "source": source });
        let metadata = json!({
            "packages": [
                package("cli", Value::Null), package("linked", json!("r")), package("builds", json!("r")),
                package("tests", json!("r")), package("below", json!("r")),
            ],
            "resolve": { "nodes": [
                { "id": "cli", "deps": [
                    { "pkg": "linked", "dep_kinds": kind("") },
                    { "pkg": "builds", "dep_kinds": kind("build") },
                    { "pkg": "tests", "dep_kinds": kind("dev") },
                ] },
                { "id": "linked", "deps": [{ "pkg": "below", "dep_kinds": kind("") }] },
            ] },
        });
        let names: Vec<String> = of_cargo(&metadata).into_iter().map(|part| part.name).collect();
        assert_eq!(names, ["below", "linked"]);
        assert_eq!(of_cargo(&metadata)[0].licence, "MIT OR Apache-2.0");
    }

    #[test]
    fn what_develops_the_screen_is_no_part_of_it() {
        let lock = json!({ "packages": {
            "": { "name": "root" },
            "node_modules/vue": { "version": "3", "license": "MIT" },
            "node_modules/@a/b": { "version": "1", "license": "ISC" },
            "node_modules/vite": { "version": "7", "license": "MIT", "dev": true },
            "node_modules/atersok-ui": { "link": true },
        } });
        let mut parts = of_npm(&lock);
        parts.sort();
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["@a/b", "vue"]);
        let bill = bill_of_materials("0.1.0", &parts);
        assert_eq!(bill["components"][0]["purl"], "pkg:npm/%40a/b@1");
    }
}
