//! Which internet sockets the processes of the application hold, as the system tells.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A socket that lives shorter than this may pass between two looks.
const BETWEEN_LOOKS: Duration = Duration::from_millis(5);

/// Tables of the kernel that hold internet sockets, and those that hold others.
const INTERNET: [&str; 10] =
    ["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6"];
const OTHERS: [&str; 3] = ["unix", "netlink", "packet"];

/// What was seen.
#[derive(Debug, Default)]
pub struct Seen {
    /// Names of the processes that were looked at.
    pub processes: BTreeSet<String>,
    /// Internet sockets, and those of no family that the kernel lists: process, table, addresses.
    pub sockets: BTreeSet<String>,
    /// Those of the WebDriver's own connection, by which the window is driven.
    pub drivers: BTreeSet<String>,
}

/// Looks at a process and everything that it has started, until it is ended.
pub struct SocketWatch {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Seen>,
}

impl SocketWatch {
    /// Begins. The root process itself, which drives, is not looked at where `of_children` is set.
    #[must_use]
    pub fn begin(root: u32, of_children: bool) -> SocketWatch {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let mut seen = Seen::default();
            while !stopped.load(Ordering::Relaxed) {
                look(root, of_children, &mut seen);
                thread::sleep(BETWEEN_LOOKS);
            }
            seen
        });
        SocketWatch { stop, thread }
    }

    /// Ends, with all that was seen.
    #[must_use]
    pub fn end(self) -> Seen {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().unwrap_or_default()
    }
}

fn look(root: u32, of_children: bool, seen: &mut Seen) {
    for process in tree(root).into_iter().filter(|id| !of_children || *id != root) {
        let folder = Path::new("/proc").join(process.to_string());
        // Whatever ends meanwhile has nothing open.
        let Ok(name) = fs::read_to_string(folder.join("comm")) else { continue };
        let name = name.trim().to_owned();
        let inodes = sockets_of(&folder);
        let (internet, others) = (table(&folder, &INTERNET), table(&folder, &OTHERS));
        let drivers = drivers_port(&folder);
        for inode in inodes {
            let Some(addresses) = internet.get(&inode) else {
                // Closed between the two looks, or of a family that has no table.
                if !others.contains_key(&inode) && sockets_of(&folder).contains(&inode) {
                    seen.sockets.insert(format!("{name}: of no known family"));
                }
                continue;
            };
            let is_drivers = drivers.as_ref().is_some_and(|port| addresses.contains(port.as_str()));
            let found = if is_drivers { &mut seen.drivers } else { &mut seen.sockets };
            found.insert(format!("{name}: {addresses}"));
        }
        seen.processes.insert(name);
    }
}

/// The process and everything below it.
fn tree(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // The name may hold anything, and ends at the last bracket.
        let after = stat.rsplit_once(')').map(|(_, after)| after.to_owned()).unwrap_or_default();
        if let Some(parent) = after.split_whitespace().nth(1).and_then(|id| id.parse().ok()) {
            children.entry(parent).or_default().push(id);
        }
    }
    let (mut found, mut at) = (vec![root], 0);
    while at < found.len() {
        found.extend(children.remove(&found[at]).unwrap_or_default());
        at += 1;
    }
    found
}

fn sockets_of(folder: &Path) -> HashSet<String> {
    let links = fs::read_dir(folder.join("fd")).into_iter().flatten().flatten();
    let targets = links.filter_map(|entry| fs::read_link(entry.path()).ok());
    let inode = |target: std::path::PathBuf| {
        let text = target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned();
        Some(text)
    };
    targets.filter_map(inode).collect()
}

/// Inodes of the tables of the process's network, with what stands beside them.
fn table(folder: &Path, names: &[&str]) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for name in names {
        let text = fs::read_to_string(folder.join("net").join(name)).unwrap_or_default();
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let place = match *name {
                "unix" => 6,
                "packet" => 8,
                _ => 9,
            };
            if let (Some(inode), Some(local), Some(remote)) =
                (cells.get(place), cells.get(1), cells.get(2))
            {
                found.insert((*inode).to_owned(), format!("{name} {local} {remote}"));
            }
        }
    }
    found
}

/// The loopback port by which the driver speaks to the window, as the kernel writes it.
fn drivers_port(folder: &Path) -> Option<String> {
    let environment = fs::read(folder.join("environ")).ok()?;
    let set = environment.split(|byte| *byte == 0);
    let mut server = set
        .filter_map(|one| std::str::from_utf8(one).ok()?.strip_prefix("WEBKIT_INSPECTOR_SERVER="));
    let port: u16 = server.next_back()?.rsplit_once(':')?.1.parse().ok()?;
    Some(format!("0100007F:{port:04X}"))
}
