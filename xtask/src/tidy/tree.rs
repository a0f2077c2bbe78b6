//! The files of the project.

use std::fs;

use crate::Outcome;
use crate::root::root;
use crate::run::read;

/// One text file; paths are written with `/` on every system.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

impl File {
    /// Whether the file is a test, or data of one.
    pub(super) fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.path.ends_with(".test.ts")
            || self.path.ends_with("/tests.rs")
    }

    /// Whether a program wrote the file.
    pub(super) fn is_generated(&self) -> bool {
        self.path.contains("/generated/") || self.path.ends_with("-lock.json")
    }

    /// The ending, without dot.
    pub(super) fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// Every file that git knows or would take up.
pub(super) struct Tree {
    files: Vec<File>,
}

impl Tree {
    /// Reads the text files; others (pictures, fonts, samples in other encodings) have a path only.
    ///
    /// # Errors
    /// When git does not answer.
    pub(super) fn read() -> Outcome<Tree> {
        // The owner of a checkout in a container is often somebody else, which git would refuse.
        let list = "git -c safe.directory=* ls-files -z --cached --others --exclude-standard";
        let files = read(list)?
            .split_terminator('\0')
            // A file that was deleted but not yet committed is still listed.
            .filter_map(|path| Some((path, fs::read(root().join(path)).ok()?)))
            .map(|(path, bytes)| File {
                path: path.to_owned(),
                text: String::from_utf8(bytes).unwrap_or_default(),
            })
            .collect();
        Ok(Tree { files })
    }

    /// A tree of these files, for tests.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Tree {
        let file = |(path, text): &(&str, &str)| File {
            path: (*path).to_owned(),
            text: (*text).to_owned(),
        };
        Tree { files: files.iter().map(file).collect() }
    }

    /// All of them.
    pub(super) fn files(&self) -> &[File] {
        &self.files
    }

    /// The file at `path`.
    pub(super) fn at(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}
