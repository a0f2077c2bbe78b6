//! Keys as the program names them: `Ctrl+K`, `Shift+F6`, `Enter`, `g`.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::Result;

/// Presses the modifiers in order, the key, and lets go in reverse.
pub(crate) fn chord(keys: &str) -> Result<KeyActions> {
    let mut codes = Vec::new();
    for name in keys.split('+') {
        codes.push(code(name).ok_or_else(|| format!("no such key: {name} in {keys}"))?);
    }
    let down = codes.iter().map(|&value| KeyAction::Down { value });
    let up = codes.iter().rev().map(|&value| KeyAction::Up { value });
    Ok(down.chain(up).fold(KeyActions::new("keyboard".to_owned()), InputSource::then))
}

/// Presses and lets go the key of each sign in turn.
pub(crate) fn typing(text: &str) -> KeyActions {
    text.chars()
        .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }])
        .fold(KeyActions::new("keyboard".to_owned()), InputSource::then)
}

fn code(name: &str) -> Option<char> {
    let function = [
        Key::F1,
        Key::F2,
        Key::F3,
        Key::F4,
        Key::F5,
        Key::F6,
        Key::F7,
        Key::F8,
        Key::F9,
        Key::F10,
        Key::F11,
        Key::F12,
    ];
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Space" => return Some(' '),
        _ => {
            let mut signs = name.chars();
            return match (signs.next(), signs.as_str()) {
                (Some(sign), "") => Some(sign.to_ascii_lowercase()),
                (Some('F'), number) => {
                    let index = number.parse::<usize>().ok()?.checked_sub(1)?;
                    function.into_iter().nth(index).map(char::from)
                }
                _ => None,
            };
        }
    };
    Some(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_by_name() {
        assert_eq!(code("K"), Some('k'));
        assert_eq!(code("å"), Some('å'));
        assert_eq!(code("F6"), Some(Key::F6.into()));
        assert_eq!(code("PgDn"), Some(Key::PageDown.into()));
        for unknown in ["", "F0", "F13", "Strg"] {
            assert_eq!(code(unknown), None, "{unknown}");
        }
        assert!(chord("Ctrl+Shift+K").is_ok());
        assert!(chord("Ctrl+Hyper").is_err());
    }
}
