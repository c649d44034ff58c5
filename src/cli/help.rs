//! The arguments in the person's language: their help, and what is wrong with them.

use crate::text::{Language, usage};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

/// The command with its help in a language.
pub(super) fn localized(command: Command, language: Language) -> Command {
    let command = about(command.disable_help_flag(true).disable_version_flag(true), language);
    let names: Vec<String> =
        command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let command = command
        .arg(flag("help", 'h', clap::ArgAction::Help))
        .arg(flag("version", 'V', clap::ArgAction::Version).global(false));
    let command = names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |command| about(command.disable_help_flag(true), language))
    });
    arguments(command, "tkvv", language)
}

fn flag(name: &'static str, short: char, action: clap::ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action).global(true)
}

fn about(command: Command, language: Language) -> Command {
    let name = command.get_name().to_owned();
    let [usage_head, commands, arguments_head, options] = usage::heads(language);
    let part = |there: bool, head: &str, tag: &str| {
        if there { format!("{head}:\n{tag}\n\n") } else { String::new() }
    };
    let template = format!(
        "{{about}}\n\n{usage_head}: {{usage}}\n\n{}{}{}{{after-help}}",
        part(command.has_subcommands(), commands, "{subcommands}"),
        part(command.get_positionals().next().is_some(), arguments_head, "{positionals}"),
        part(true, options, "{options}"),
    );
    let command = match usage::help(language, &name, None) {
        Some(text) => command.about(text).long_about(text),
        None => command,
    };
    let command = if name == "record" {
        command.after_help(usage::record_help(language, &super::record::keys()))
    } else {
        command
    };
    arguments(command.help_template(template), &name, language)
}

fn arguments(command: Command, name: &str, language: Language) -> Command {
    command.mut_args(|argument| {
        let id = argument.get_id().to_string();
        match usage::help(language, name, Some(&id)) {
            Some(text) => argument.help(text).long_help(text),
            None => argument,
        }
    })
}

/// What is wrong with arguments, in one line.
pub(super) fn wrong_usage(language: Language, error: &Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let near = text(ContextKind::SuggestedArg);
    let command = text(ContextKind::InvalidSubcommand).unwrap_or_default();
    let message = error.to_string();
    let first = message.lines().next().unwrap_or_default();
    let wrong = match error.kind() {
        ErrorKind::UnknownArgument => usage::Wrong::Unknown(&argument, near.as_deref()),
        ErrorKind::InvalidSubcommand => usage::Wrong::NoCommand(&command),
        ErrorKind::MissingRequiredArgument => usage::Wrong::Missing(&argument),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::WrongNumberOfValues => {
            usage::Wrong::NoValue(&argument)
        }
        ErrorKind::ArgumentConflict => usage::Wrong::Twice(&argument),
        ErrorKind::InvalidUtf8 => usage::Wrong::NotUtf8,
        _ => usage::Wrong::Other(first.strip_prefix("error: ").unwrap_or(first)),
    };
    usage::wrong(language, wrong)
}
