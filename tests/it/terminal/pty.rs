//! A pseudo-terminal with the program on it: keys in, screen out.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long a screen may take on a busy machine before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program on a terminal.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
}

impl Terminal {
    /// Starts `tkvv` with arguments on a terminal of that size, in Vietnamese, on 15/10/2026.
    pub fn start(args: &[&str], columns: u16, rows: u16) -> Terminal {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tkvv"));
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("TKVV_TODAY", "2026-10-15");
        command.env_remove("TKVV_LANG");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(rows, columns, 0)));
        let mut output = pair.master.try_clone_reader().expect("a reader");
        let seen = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = output.read(&mut bytes) {
                if count == 0 {
                    break;
                }
                seen.lock().expect("the screen").process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        Terminal { child, master: pair.master, keys, screen }
    }

    /// Presses keys: bytes as a terminal sends them.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the keyboard");
        self.keys.flush().expect("the keyboard");
    }

    /// What stands on the screen now.
    pub fn sees(&self) -> String {
        self.screen.lock().expect("the screen").screen().contents()
    }

    /// Waits until a text stands on the screen, and gives the screen.
    pub fn until(&self, text: &str) -> String {
        self.until_that(text, |screen| screen.contains(text))
    }

    /// Waits until something is so on the screen, and gives the screen.
    pub fn until_that(&self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        let begin = Instant::now();
        loop {
            let screen = self.sees();
            if is_so(&screen) {
                return screen;
            }
            assert!(begin.elapsed() < PATIENCE, "waited for {what:?}, saw:\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Makes the terminal larger or smaller while the program runs.
    pub fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.screen.lock().expect("the screen").screen_mut().set_size(rows, columns);
        self.master.resize(size).expect("a resize");
    }

    /// Cuts the program off without a word: kill -9.
    pub fn cut_off(mut self) {
        self.child.kill().expect("a kill");
        self.child.wait().expect("an end");
    }

    /// Hangs up, as a terminal window does that is closed.
    pub fn hang_up(&self) {
        let id = self.child.process_id().expect("a process");
        let mut kill = std::process::Command::new("kill");
        assert!(kill.args(["-HUP", &id.to_string()]).status().expect("kill").success());
    }

    /// Waits for the program to end by itself; whether it ended well.
    pub fn ends(&mut self) -> bool {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status.success();
            }
            assert!(begin.elapsed() < PATIENCE, "it does not end, and shows:\n{}", self.sees());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Whether the program has left the alternate screen, as a terminal that is given back.
    pub fn is_given_back(&self) -> bool {
        // its last bytes may still be on their way when it has ended
        let begin = Instant::now();
        loop {
            let screen = self.screen.lock().expect("the screen").screen().clone();
            if !screen.alternate_screen() && !screen.hide_cursor() {
                return true;
            }
            if begin.elapsed() > PATIENCE {
                return false;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed must leave nothing running behind it.
        let _ = self.child.kill();
    }
}
