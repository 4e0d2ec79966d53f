//! How long the endpoints take to build: their crate as it is, the same structs without anything, and the same
//! structs by serde.
//!
//! What derives write is `#[inline]` or generic: machine code is made for what is called, by the crate that calls it. So
//! there are two comparisons: the crates by themselves, and, against serde, with calls of all of them.

mod called;
mod measure;
mod names;
mod plain;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use self::measure::{Cost, Profile, cost};
use self::sources::Sources;
use super::Figures;
use crate::Result;
use crate::shell::{root, target};

/// Sizes at which growth is looked at; the last one is all there are.
const SIZES: [usize; 4] = [20, 50, 100, usize::MAX];

/// What a crate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The real sources.
    Ours,
    /// A crate with a call of each of these.
    Called,
    /// The same structs with `Debug` and `Clone`.
    Plain,
    /// The same with serde's derives as well, and for each endpoint a call that writes and one that reads.
    Serde,
}

impl Way {
    const ALL: [Self; 4] = [Self::Ours, Self::Called, Self::Plain, Self::Serde];

    fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Called => "called",
            Self::Plain => "plain",
            Self::Serde => "serde",
        }
    }

    fn manifest(self) -> &'static str {
        match self {
            Self::Ours => include_str!("ours.toml"),
            Self::Called => include_str!("called.toml"),
            Self::Plain => include_str!("plain.toml"),
            Self::Serde => include_str!("serde.toml"),
        }
    }
}

pub(super) fn run(quick: bool) -> Result<Figures> {
    let mut folder = Folder::new()?;
    let sources = Sources::load()?;
    let all =
        Way::ALL.map(|way| folder.add(way, &sources, usize::MAX)).into_iter().collect::<Result<Vec<_>>>()?;
    let sizes =
        SIZES.map(|size| folder.add(Way::Ours, &sources, size)).into_iter().collect::<Result<Vec<_>>>()?;
    folder.finish()?;

    let mut figures = Figures::new();
    for profile in [Profile::Debug, Profile::Release] {
        let rounds = if quick { 1 } else { 3 };
        let [ours, called, plain, serde] = compare(&folder, &all, profile, rounds)?;
        let all = ours + called;
        let mut note = |name: &str, figure: f64| {
            figures.insert(format!("build_{}_{name}", profile.name()), figure.into());
        };
        note("of_plain", ours.cpu / plain.cpu);
        note("of_serde", ours.cpu / serde.cpu);
        note("called_of_serde", all.cpu / serde.cpu);
        note("called_of_plain", all.cpu / plain.cpu);
        note("wall_of_plain", ours.wall / plain.wall);
        note("wall_of_serde", ours.wall / serde.wall);
        note("cpu_seconds", ours.cpu);
        note("wall_seconds", ours.wall);
        note("called_cpu_seconds", all.cpu);
        note("serde_cpu_seconds", serde.cpu);
        note("plain_cpu_seconds", plain.cpu);
        let mut points = Vec::new();
        for (name, endpoints) in &sizes {
            let cost = least(&folder, name, profile, if quick { 1 } else { 2 })?;
            points.push(serde_json::json!([endpoints, cost.cpu]));
        }
        figures.insert(format!("build_growth_{}", profile.name()), points.into());
    }
    Ok(figures)
}

/// Builds the crates in turns; of each the round with the least counts.
fn compare(folder: &Folder, crates: &[(String, usize)], profile: Profile, rounds: u32) -> Result<[Cost; 4]> {
    let mut best = [Cost::WORST; 4];
    for _ in 0..rounds {
        for ((name, _), best) in crates.iter().zip(&mut best) {
            *best = best.min(cost(&folder.path, name, profile)?);
        }
    }
    Ok(best)
}

fn least(folder: &Folder, name: &str, profile: Profile, rounds: u32) -> Result<Cost> {
    (0..rounds).try_fold(Cost::WORST, |best, _| Ok(best.min(cost(&folder.path, name, profile)?)))
}

/// The generated workspace.
struct Folder {
    path: PathBuf,
    members: Vec<String>,
}

impl Folder {
    fn new() -> Result<Self> {
        let path = target().join("build-bench");
        for crates in Way::ALL.iter().flat_map(|way| fs::read_dir(path.join(way.name()))) {
            crates.flatten().try_for_each(|old| fs::remove_dir_all(old.path()))?;
        }
        fs::create_dir_all(&path)?;
        Ok(Self { path, members: Vec::new() })
    }

    /// Writes a crate with at least so many endpoints, or all; tells its name and how many they are.
    fn add(&mut self, way: Way, sources: &Sources, endpoints: usize) -> Result<(String, usize)> {
        let subset = sources.subset(endpoints);
        let name = format!("{}-{}", way.name(), subset.endpoints());
        let member = format!("{}/{}", way.name(), subset.endpoints());
        if !self.members.contains(&member) {
            let folder = self.path.join(&member);
            let files = match way {
                Way::Ours => subset.files()?,
                Way::Called => vec![(Path::new("lib.rs"), called::library(&subset))],
                Way::Plain => plain::files(&subset, false),
                Way::Serde => plain::files(&subset, true),
            };
            for (path, text) in files {
                let path = folder.join("src").join(path);
                fs::create_dir_all(path.parent().unwrap_or(&folder))?;
                fs::write(path, text)?;
            }
            let manifest = way.manifest().replace("{name}", &name);
            let manifest = manifest.replace("{endpoints}", &subset.endpoints().to_string());
            fs::write(folder.join("Cargo.toml"), manifest.replace("{root}", &root().to_string_lossy()))?;
            self.members.push(member);
        }
        Ok((name, subset.endpoints()))
    }

    fn finish(&self) -> Result<()> {
        let manifest = format!("[workspace]\nmembers = {:?}\nresolver = \"3\"\n", self.members);
        fs::write(self.path.join("Cargo.toml"), manifest)?;
        // The same versions as in the repository.
        fs::copy(root().join("Cargo.lock"), self.path.join("Cargo.lock"))?;
        Ok(())
    }
}
