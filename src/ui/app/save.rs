//! What happens to a command and to drafts: into the book, or kept with what was typed.

use super::{App, Entry};
use crate::domain::refusal::Refusal;
use crate::domain::stamp::Stamp;
use crate::office::command::{Command, Done};
use crate::office::{Office, StoreError, Trouble};
use crate::text::{refusals, troubles};
use crate::ui::look::Tone;
use crate::ui::screen::{Screen, Step};

impl App {
    /// Keeps on disk what was typed since the last time. The loop calls it when nobody types.
    pub fn keep_drafts(&mut self) {
        let mut failed = None;
        let now = self.now();
        for entry in self.stacks.values_mut().flatten() {
            if let Err(error) = keep(entry, &self.settings.office, now) {
                failed = Some(error);
            }
        }
        if let Some(error) = failed {
            self.say_failed(&error);
        }
    }

    /// Throws the draft of the screen on top away, and leaves it.
    pub(super) fn discard(&mut self) {
        self.drop_top_draft();
        let text = &self.settings.language.text().frame;
        let stack = self.stacks.entry(self.place).or_default();
        if stack.len() > 1 {
            stack.pop();
            self.message = Some((text.draft_dropped.to_owned(), Tone::Plain));
        }
        self.refresh_top();
    }

    /// Throws away what of the top screen is on disk.
    fn drop_top_draft(&mut self) {
        let top = self.stacks.get_mut(&self.place).and_then(|stack| stack.last_mut());
        let Some(entry) = top else { return };
        let drafts = [entry.kept.take(), entry.screen.draft()];
        let mut failed = None;
        for draft in drafts.into_iter().flatten() {
            failed = self.settings.office.drop_draft(draft.kind, &draft.key).err().or(failed);
            // nobody else may believe that it is on disk still
            for entry in self.stacks.values_mut().flatten() {
                entry.kept.take_if(|kept| kept.kind == draft.kind && kept.key == draft.key);
            }
        }
        if let Some(error) = failed {
            self.say_failed(&error);
        }
    }

    /// Does a command of the screen on top.
    pub(super) fn submit(&mut self, command: Command) {
        let draft = self.top().and_then(Screen::draft);
        let key = draft.as_ref().map(|draft| (draft.kind, draft.key.as_str()));
        let (today, now) = (self.settings.today, self.now());
        match self.settings.office.execute_from(command, key, today, now) {
            Ok(done) => self.after_done(&done),
            Err(Trouble::Refused(refusal)) => self.after_refusal(&refusal),
            Err(Trouble::Store(error)) => self.say_failed(&error),
        }
    }

    /// Does several commands of the screen on top, all or none of them.
    pub(super) fn submit_all(&mut self, commands: Vec<Command>) {
        let draft = self.top().and_then(Screen::draft);
        let key = draft.as_ref().map(|draft| (draft.kind, draft.key.as_str()));
        let (today, now) = (self.settings.today, self.now());
        match self.settings.office.execute_all_from(commands, key, today, now) {
            Ok(all) => {
                let already = all.iter().all(|done| done.already);
                if let Some(last) = all.last() {
                    self.after_done(&Done { already, ..last.clone() });
                }
            }
            Err((_, Trouble::Refused(refusal))) => self.after_refusal(&refusal),
            Err((_, Trouble::Store(error))) => self.say_failed(&error),
        }
    }

    /// Every open screen shows the new truth; what was typed is in the book and no draft any more.
    fn after_done(&mut self, done: &Done) {
        self.drop_top_draft();
        let view = self.settings.view();
        let text = &view.text.frame;
        let said = if done.already { text.saved_already } else { text.saved_now };
        let stack = self.stacks.get_mut(&self.place);
        let step = match stack.and_then(|stack| stack.last_mut()) {
            Some(entry) => entry.screen.saved(done, &view),
            None => Step::Stay,
        };
        self.refresh();
        self.take_done(step);
        if self.message.is_none() {
            self.message = Some((said.to_owned(), Tone::Good));
        }
    }

    /// What the screen wants after a command: it leaves without its draft, which is in the book.
    fn take_done(&mut self, step: Step) {
        match step {
            Step::Back => {
                let stack = self.stacks.entry(self.place).or_default();
                if stack.len() > 1 {
                    stack.pop();
                }
            }
            Step::Saying(text, step) => {
                self.take_done(*step);
                self.message = self.message.take().or(Some((text, Tone::Good)));
            }
            other => self.take(other),
        }
    }

    fn after_refusal(&mut self, refusal: &Refusal) {
        let view = self.settings.view();
        let stack = self.stacks.get_mut(&self.place);
        if let Some(entry) = stack.and_then(|stack| stack.last_mut()) {
            entry.screen.refused(refusal, &view);
        }
        let sentence = refusals::sentence(self.settings.language, refusal);
        self.message = Some((sentence, Tone::Bad));
    }

    /// Says what the machine is at fault for.
    pub(super) fn say_failed(&mut self, error: &StoreError) {
        let text = self.settings.language.text();
        let what = troubles::store_error(text.language, error);
        self.message = Some(((text.frame.store_failed)(&what), Tone::Bad));
    }
}

/// Keeps an entry's draft on disk where it changed; a form that was emptied drops its draft.
pub(super) fn keep(entry: &mut Entry, office: &Office, now: Stamp) -> Result<(), StoreError> {
    let draft = entry.screen.draft();
    if draft == entry.kept {
        return Ok(());
    }
    match (&draft, &entry.kept) {
        (Some(draft), _) => {
            if !office.keep_draft(draft.kind, &draft.key, &draft.json, now)? {
                return Ok(());
            }
        }
        (None, Some(kept)) => office.drop_draft(kept.kind, &kept.key)?,
        (None, None) => {}
    }
    entry.kept = draft;
    Ok(())
}
