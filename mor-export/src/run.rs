//! A run: window after window, each written, made durable and committed before the next.

use std::path::Path;
use std::time::Instant;

use jiff::Timestamp;
use mor_api::retry::{self, Attempt, Decision};
use mor_api::{Effect, Error, RetryPolicy, StreamTransport};
use mor_endpoints::call::{UserCallsFault, UserCallsGet};

use crate::export::{Export, Format};
use crate::lines_file::LinesFile;
use crate::progress::{Progress, Summary, Tracker};
use crate::sink::Sink;
use crate::state::{State, StateFile};
use crate::text::Lines;
use crate::{ExportError, disk, legacy};

/// How many calls go by between two reports.
const REPORT_EVERY: u64 = 1000;

type Listener<'a> = &'a mut (dyn FnMut(Progress) + Send);

/// Why a window could not be exported this time.
enum Failure {
    Call(Error<UserCallsFault>),
    Final(ExportError),
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::Final(error)
    }
}

impl<T: StreamTransport> Export<T> {
    /// Exports what is not exported yet.
    ///
    /// It may be stopped at any time: by an error, by dropping the future, by killing the process. The next run
    /// continues after the last complete window. Before anything is asked of the server, what earlier runs wrote is
    /// read and compared with its checksums. A run requires a Tokio runtime and writes to the disk without leaving
    /// the thread.
    pub async fn run(&self, progress: Listener<'_>) -> Result<Summary, ExportError> {
        let window = self.check()?;
        let fresh = State::new(self.format, self.from, self.selection()?);
        let (mut state_file, found) = StateFile::open(&self.state_path(), &fresh)?;
        let mut state = match found {
            Some(state) => state,
            None => self.start(&mut state_file, fresh)?,
        };
        legacy::upgrade(&mut state, &self.out)?;
        let mut sink = self.sink(&mut state)?;
        // The output is locked now; what was read before may be outdated.
        state_file.refuse_if_changed()?;
        let (till, rows_before) = (self.till.as_second(), state.rows);
        let done = windows(self.from.as_second(), state.complete_to, window);
        let total = done + windows(state.complete_to, till, window);
        let mut tracker = Tracker::new(done, total, timestamp(state.complete_to)?, state.rows);
        tracker.report(progress);
        while state.complete_to < till {
            let (start, end) = (state.complete_to, state.complete_to.saturating_add(window).min(till));
            self.window_with_retries((start, end), &mut *sink, &mut tracker, progress).await?;
            if sink.prepare(&mut state.written)? {
                state_file.save(&state)?;
            }
            sink.publish(&mut state.written)?;
            state.rows += tracker.progress.window_rows;
            state.complete_to = end;
            state_file.save(&state)?;
            tracker.window_done(timestamp(end)?);
            tracker.report(progress);
        }
        sink.close();
        let windows = tracker.windows_of_this_run();
        Ok(Summary { rows: state.rows, rows_added: state.rows - rows_before, windows })
    }

    /// The seconds of a window, if all settings are good.
    fn check(&self) -> Result<i64, ExportError> {
        let refuse = |problem: &str| Err(ExportError::Settings(problem.to_owned()));
        if [self.from, self.till].iter().any(|time| time.subsec_nanosecond() != 0) {
            return refuse("the period must start and end at whole seconds");
        }
        if self.state_path() == self.out {
            return refuse("the state file and the output are the same file");
        }
        if self.from >= self.till {
            return refuse("the period must end after it starts");
        }
        if self.till > Timestamp::now() {
            return refuse("the period is not over yet: calls of it are still to come");
        }
        match i64::try_from(self.window.as_secs()) {
            Ok(seconds @ 1..) if self.window.subsec_nanos() == 0 => Ok(seconds),
            _ => refuse("the window must be one or more whole seconds"),
        }
    }

    /// What selects the calls, but for the period: an export is resumed only with the same.
    fn selection(&self) -> Result<Vec<(String, String)>, ExportError> {
        let request = self.client_call(&self.request).prepare();
        let request = request.map_err(|error| ExportError::Settings(error.to_string()))?;
        let url = request.url().split('?').next().unwrap_or_default().to_owned();
        let changing = ["period_start", "period_end", "hash", "p"];
        let params = request.form().filter(|(name, _)| !changing.contains(&name.as_str()));
        Ok([("url".to_owned(), url)].into_iter().chain(params).collect())
    }

    fn client_call<'a>(&'a self, request: &'a UserCallsGet) -> mor_api::Call<'a, UserCallsGet, T> {
        let call = self.client.call(request).retries(RetryPolicy::none());
        match &self.as_user {
            Some(username) => call.as_user(username),
            None => call,
        }
    }

    /// Begins an export. An output without a state file is not one of an export.
    fn start(&self, state_file: &mut StateFile, state: State) -> Result<State, ExportError> {
        let taken = match self.format {
            Format::Csv | Format::JsonLines => self.out.exists(),
            #[cfg(feature = "parquet")]
            Format::Parquet => !crate::parquet::Partitions::existing(&self.out)?.is_empty(),
        };
        if taken {
            let (out, state) = (self.out.display(), state_file.path().display());
            return Err(ExportError::Settings(format!(
                "{out} exists already, but there is no state file {state} that says what it holds; export to \
                 another file, or move this one away"
            )));
        }
        if self.is_folder() {
            disk::step(&self.out)?;
            std::fs::create_dir_all(&self.out).map_err(ExportError::file(&self.out))?;
        } else {
            require_folder(&self.out)?;
        }
        require_folder(state_file.path())?;
        state_file.save(&state)?;
        Ok(state)
    }

    fn sink(&self, state: &mut State) -> Result<Box<dyn Sink>, ExportError> {
        let file = state.written.file.as_ref();
        Ok(match self.format {
            Format::Csv => Box::new(LinesFile::open(&self.out, Lines::Csv, file)?),
            Format::JsonLines => Box::new(LinesFile::open(&self.out, Lines::Json, file)?),
            #[cfg(feature = "parquet")]
            Format::Parquet => Box::new(crate::parquet::Partitions::open(&self.out, &mut state.written)?),
        })
    }

    async fn window_with_retries(
        &self,
        window: (i64, i64),
        sink: &mut dyn Sink,
        tracker: &mut Tracker,
        progress: Listener<'_>,
    ) -> Result<(), ExportError> {
        let started = Instant::now();
        let mut tries = 1;
        loop {
            let error = match self.one_window(window, sink, tracker, progress).await {
                Ok(()) => return Ok(()),
                Err(Failure::Final(error)) => return Err(error),
                Err(Failure::Call(error)) => error,
            };
            // Whether it goes on or not: nothing of half a window stays in the output.
            sink.rewind()?;
            let (failure, elapsed) = (mor_api::Failure::of(&error), started.elapsed());
            let attempt = Attempt { effect: Effect::Read, failure, tries, elapsed };
            let Decision::RetryAfter(wait) = self.retries.decide(&attempt, retry::jitter()) else {
                let window = timestamp(window.0)?;
                return Err(ExportError::Call { window, attempts: tries, source: Box::new(error) });
            };
            tracker.progress.window_rows = 0;
            tracker.progress.retrying = Some(error.to_string());
            tracker.report(progress);
            tokio::time::sleep(wait).await;
            tries += 1;
        }
    }

    async fn one_window(
        &self,
        (start, end): (i64, i64),
        sink: &mut dyn Sink,
        tracker: &mut Tracker,
        progress: Listener<'_>,
    ) -> Result<(), Failure> {
        let mut request = self.request.clone();
        // The server includes both ends.
        request.period_start = Some(timestamp(start)?);
        request.period_end = Some(timestamp(end - 1)?);
        sink.begin(start)?;
        tracker.progress.window_rows = 0;
        let mut rows = self.client_call(&request).rows();
        while let Some(call) = rows.next().await {
            sink.write(&call.map_err(Failure::Call)?)?;
            tracker.progress.window_rows = rows.count();
            if rows.count().is_multiple_of(REPORT_EVERY) {
                tracker.report(progress);
            }
        }
        Ok(())
    }
}

/// Refuses a file in a folder that does not exist.
fn require_folder(file: &Path) -> Result<(), ExportError> {
    let folder = disk::parent(file);
    if folder.is_dir() {
        return Ok(());
    }
    let (folder, file) = (folder.display(), file.display());
    Err(ExportError::Settings(format!(
        "cannot write {file}: the folder {folder} does not exist; create it first"
    )))
}

/// How many windows there are between two times.
fn windows(from: i64, till: i64, window: i64) -> u64 {
    let seconds = till.saturating_sub(from).max(0).unsigned_abs();
    seconds.div_ceil(window.max(1).unsigned_abs())
}

fn timestamp(second: i64) -> Result<Timestamp, ExportError> {
    Timestamp::from_second(second)
        .map_err(|error| ExportError::Settings(format!("{second} is no Unix time: {error}")))
}
