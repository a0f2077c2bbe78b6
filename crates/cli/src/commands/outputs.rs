//! What a command writes is never what it reads.

use api::ErrorReply;

use crate::arguments::{Arguments, Command, OptionRule, Takes};

/// Options that name files which a command writes.
const OUTPUTS: [&str; 3] = ["out", "report", "into"];

/// Refuses an output that is one of the files which the same command reads.
pub(crate) fn refuse_inputs_as_outputs(
    command: &Command,
    arguments: &Arguments,
) -> Result<(), ErrorReply> {
    let is_file = |option: &&OptionRule| {
        matches!(option.takes, Takes::Value("FIL")) && !OUTPUTS.contains(&option.name)
    };
    let options = command.options.iter().filter(is_file);
    let mut inputs: Vec<String> = options.filter_map(|one| arguments.text(one.name)).collect();
    let words = command.positionals.iter().enumerate().filter(|(_, word)| **word == "FIL");
    inputs.extend(words.map(|(place, _)| arguments.word(place)));
    for output in OUTPUTS.iter().filter_map(|name| arguments.text(name)) {
        api::areas::backup::refuse_input_as_output(&output, &inputs)?;
    }
    Ok(())
}
