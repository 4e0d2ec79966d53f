//! Failures of the server, and what is said meanwhile.

use std::sync::Mutex;
use std::time::Duration;

use mor_sim::{Answer, Fault};

use super::support::{FUNCTION, HOUR, START, files, folder, row, seconds, switch, time};
use super::{export, formats, run};
use crate::{ExportError, Progress};

const HOURS: i64 = 3;

#[tokio::test]
async fn passing_failures_leave_no_trace() {
    let simulator = switch(seconds(HOURS, 60), Duration::ZERO);
    for format in formats() {
        let (calm, failing) = (folder(&format!("good-{format:?}")), folder(&format!("failing-{format:?}")));
        run(&export(&simulator, HOURS, format, &calm)).await.unwrap();
        // The second failure comes behind a row, which must not stay.
        let cut = format!("<page><calls_stat><calls>{}<call>", row(7, START));
        simulator.on(FUNCTION).respond(Answer::text("").with_status(503)).times(1);
        simulator.on(FUNCTION).respond(Answer::xml(cut)).times(1);
        simulator.on(FUNCTION).fail(Fault::CutConnection { after: 300 }).times(1);
        let mut reports = Vec::new();
        let export = export(&simulator, HOURS, format, &failing);
        export.run(&mut |progress| reports.push(progress)).await.unwrap();
        assert_eq!(files(&failing), files(&calm), "{format:?}");
        let reasons: Vec<&str> = reports.iter().filter_map(|report| report.retrying.as_deref()).collect();
        assert_eq!(reasons.len(), 3, "{reasons:?}");
        assert!(reasons[0].contains("503") && reasons[1].contains("(after 1 row)"), "{reasons:?}");
    }
}

#[tokio::test]
async fn a_window_is_tried_four_times_and_the_export_can_be_resumed() {
    let simulator = switch(seconds(HOURS, 60), Duration::ZERO);
    for format in formats() {
        let folder = folder(&format!("hopeless-{format:?}"));
        simulator.on(FUNCTION).fail(Fault::CutConnection { after: 300 }).times(4);
        simulator.clear_requests();
        let error = run(&export(&simulator, HOURS, format, &folder)).await.unwrap_err();
        assert!(matches!(error, ExportError::Call { attempts: 4, .. }), "{error}");
        assert_eq!(simulator.requests().len(), 4);
        run(&export(&simulator, HOURS, format, &folder)).await.unwrap();
    }
}

#[tokio::test]
async fn a_refusal_is_not_tried_again() {
    let simulator = switch(seconds(HOURS, 60), Duration::ZERO);
    simulator.on(FUNCTION).respond(Answer::error("error", "Access Denied"));
    let error = run(&export(&simulator, HOURS, crate::Format::Csv, &folder("refused"))).await.unwrap_err();
    assert!(matches!(error, ExportError::Call { attempts: 1, .. }), "{error}");
    assert_eq!(simulator.requests().len(), 1);
}

#[tokio::test]
async fn windows_meet_without_a_gap_and_progress_counts_them() {
    let simulator = switch(seconds(HOURS, 3), Duration::ZERO);
    let reports = Mutex::new(Vec::<Progress>::new());
    let folder = folder("progress");
    let export = export(&simulator, HOURS, crate::Format::Csv, &folder);
    export.run(&mut |progress| reports.lock().unwrap().push(progress)).await.unwrap();
    let asked: Vec<(i64, i64)> = simulator
        .requests()
        .iter()
        .map(|request| {
            assert!(request.verdict.is_accepted());
            let end = |name: &str| request.param(name).unwrap().parse().unwrap();
            (end("period_start"), end("period_end"))
        })
        .collect();
    let hours = (0..HOURS).map(|hour| (START + hour * HOUR, START + (hour + 1) * HOUR - 1));
    assert_eq!(asked, hours.collect::<Vec<_>>());

    let reports = reports.into_inner().unwrap();
    let (first, last) = (&reports[0], &reports[reports.len() - 1]);
    assert_eq!((first.windows_done, first.windows_total, first.rows, first.eta), (0, 3, 0, None));
    assert_eq!((last.windows_done, last.window, last.eta), (3, time(START + 3 * HOUR), Some(Duration::ZERO)));
    assert!(reports.iter().any(|report| report.window_rows == 1000));
    assert!(reports.iter().any(|report| report.windows_done == 1 && report.eta.is_some()));
}
