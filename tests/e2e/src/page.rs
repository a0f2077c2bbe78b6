//! What a person does and sees. Selectors are CSS; every step waits for what it needs.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::keys::{chord, typing};
use crate::{Result, target};

const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

/// The page in the window.
pub struct Page {
    client: Client,
}

impl Page {
    pub(crate) fn new(client: Client) -> Page {
        Page { client }
    }

    pub(crate) async fn close(self) -> Result {
        Ok(self.client.close().await?)
    }

    /// The WebDriver client, for what has no word here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits until `selector` is there and visible.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for(&self, selector: &str) -> Result<Element> {
        self.until(&format!("{selector} to be visible"), async || {
            for element in self.client.find_all(Locator::Css(selector)).await? {
                if gone_is(element.is_displayed().await, false)? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits until the words at `selector` contain `words`; all white space counts as one space.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn wait_for_text(&self, selector: &str, words: &str) -> Result {
        self.until(&format!("\"{words}\" at {selector}"), async || {
            let found = self.texts(selector).await?.iter().any(|text| text.contains(words));
            Ok(found.then_some(()))
        })
        .await
    }

    /// As [`Page::wait_for_text`], with what a narrow cell cuts short too, which the driver does not see.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn wait_for_written(&self, selector: &str, words: &str) -> Result {
        let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
        self.until(&format!("\"{words}\" written at {selector}"), async || {
            let written = self.client.execute(script, vec![selector.into()]).await?;
            Ok(written.as_str().is_some_and(|text| text.contains(words)).then_some(()))
        })
        .await
    }

    /// Waits until no words at `selector` contain `words`.
    ///
    /// # Errors
    /// When they stay.
    pub async fn wait_until_unsaid(&self, selector: &str, words: &str) -> Result {
        self.until(&format!("\"{words}\" at {selector} to go"), async || {
            let found = self.texts(selector).await?.iter().any(|text| text.contains(words));
            Ok((!found).then_some(()))
        })
        .await
    }

    /// Waits until nothing at `selector` is visible.
    ///
    /// # Errors
    /// When it stays.
    pub async fn wait_until_gone(&self, selector: &str) -> Result {
        self.until(&format!("{selector} to go"), async || {
            for element in self.client.find_all(Locator::Css(selector)).await? {
                if gone_is(element.is_displayed().await, false)? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// The words of everything at `selector`, in the order of the page, white space made one space.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.client.find_all(Locator::Css(selector)).await? {
            texts.push(one_space(&gone_is(element.text().await, String::new())?));
        }
        Ok(texts)
    }

    /// The words of the first visible element at `selector`.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(one_space(&self.wait_for(selector).await?.text().await?))
    }

    /// Clicks `selector`.
    ///
    /// # Errors
    /// When it does not come, or something lies over it.
    pub async fn click(&self, selector: &str) -> Result {
        Ok(self.wait_for(selector).await?.click().await?)
    }

    /// Presses a key, with modifiers where it has some: `Ctrl+K`, `Shift+F6`, `Enter`, `g`. Waits as a person
    /// does until what has just come has been seen: before that the page takes no key that confirms.
    ///
    /// # Errors
    /// When there is no such key, or the page never comes to rest.
    pub async fn press(&self, keys: &str) -> Result {
        let arriving = Locator::Css("[data-arriving]");
        self.until("the page to come to rest", async || {
            Ok(self.client.find_all(arriving).await?.is_empty().then_some(()))
        })
        .await?;
        self.press_at_once(keys).await
    }

    /// Presses a key without waiting for anything.
    ///
    /// # Errors
    /// When there is no such key.
    pub async fn press_at_once(&self, keys: &str) -> Result {
        Ok(self.client.perform_actions(chord(keys)?).await?)
    }

    /// Types `text` where the keyboard is, key by key: "send keys" of WebDriver would place the caret itself, and what was marked is then not replaced.
    ///
    /// # Errors
    /// When nothing has the keyboard.
    pub async fn type_text(&self, text: &str) -> Result {
        Ok(self.client.perform_actions(typing(text)).await?)
    }

    /// Replaces what stands in the field `selector` and leaves it, so that it is validated.
    ///
    /// # Errors
    /// When it does not come or takes no text.
    pub async fn fill(&self, selector: &str, text: &str) -> Result {
        let field = self.wait_for(selector).await?;
        field.click().await?;
        // WebDriver's own clearing does not reach Vue; what a person does, does.
        self.press("Ctrl+A").await?;
        self.press("Delete").await?;
        self.type_text(text).await?;
        self.press("Tab").await
    }

    /// Waits until the whole text of the field `selector` is marked: what is typed takes its place.
    ///
    /// # Errors
    /// When it is not.
    pub async fn wait_until_marked(&self, selector: &str) -> Result {
        let script = "const field = document.querySelector(arguments[0]);
            return field.selectionStart === 0 && field.selectionEnd === field.value.length";
        self.until(&format!("the text in {selector} to be marked"), async || {
            let marked = self.client.execute(script, vec![selector.into()]).await?;
            Ok((marked == json!(true)).then_some(()))
        })
        .await
    }

    /// Waits until the keyboard is in `selector`, or inside it.
    ///
    /// # Errors
    /// When it does not come there; with what has it.
    pub async fn wait_for_focus(&self, selector: &str) -> Result {
        let script = "return document.activeElement?.closest(arguments[0]) != null";
        let arrived = self
            .until(&format!("the keyboard in {selector}"), async || {
                let inside = self.client.execute(script, vec![selector.into()]).await?;
                Ok((inside == json!(true)).then_some(()))
            })
            .await;
        match arrived {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; it is in {}", self.focused().await?).into()),
        }
    }

    /// The element that has the keyboard, as its opening tag.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn focused(&self) -> Result<String> {
        let script = "return document.activeElement?.cloneNode(false).outerHTML ?? ''";
        let answer = self.client.execute(script, vec![]).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Asks the core directly, for setting a scene that is not the test's subject.
    ///
    /// # Errors
    /// With the core's reply.
    pub async fn call(&self, name: &str, payload: Value) -> Result<Value> {
        let script = "
            const [name, payload, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('call', { name, payload, progressId: null })
                .then((reply) => done({ reply }), (error) => done({ error }));
        ";
        let answer = self.client.execute_async(script, vec![name.into(), payload]).await?;
        match answer.get("error") {
            Some(error) => Err(format!("{name}: {error}").into()),
            None => Ok(answer["reply"].clone()),
        }
    }

    /// Why the page's script did not run: run again, it says so.
    pub(crate) async fn script_fault(&self) -> Result<String> {
        let script = "
            const done = arguments[0];
            import(`${document.querySelector('script[type=module]').src}?again`)
                .then(() => done('nothing'), (error) => done(`${error}\\n${error.stack}`));
        ";
        let answer = self.client.execute_async(script, vec![]).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Takes a picture of the page: `target/e2e/<name>.png`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result {
        let ready = "const done = arguments[0]; document.fonts.ready.then(() => done())";
        self.client.execute_async(ready, vec![]).await?;
        let folder = target()?.join("e2e");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(format!("{name}.png")), self.client.screenshot().await?)?;
        Ok(())
    }

    /// Looks again and again until `look` finds something.
    async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let started = Instant::now();
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            if started.elapsed() > PATIENCE {
                let page = one_space(&self.client.find(Locator::Css("body")).await?.text().await?);
                return Err(format!("waited in vain for {what}. On the page: {page}").into());
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }
}

/// What was asked of an element, or `value` where it has left the page since it was found.
fn gone_is<T>(answer: std::result::Result<T, CmdError>, value: T) -> Result<T> {
    match answer {
        Err(error) if error.is_stale_element_reference() || error.is_no_such_element() => Ok(value),
        other => Ok(other?),
    }
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::one_space;

    #[test]
    fn amounts_and_lines_are_compared_with_plain_spaces() {
        assert_eq!(one_space(" 909\u{a0}250,10\n kr "), "909 250,10 kr");
    }
}
