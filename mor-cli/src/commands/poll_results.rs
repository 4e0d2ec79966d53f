//! `mor poll-results`: the answers to the IVR polls of many campaigns at once.

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use mor_endpoints::CampaignId;
use mor_endpoints::autodialer::{
    AutodialerGetCampaignIvrPollResults as GetPollResults, PollField, PollRecord, PollResults,
};
use serde_json::{Value, json};

use crate::cli::Globals;
use crate::config::{Connection, Settings, Wants};
use crate::exit::{Failure, Result};
use crate::output::{self, Format, RowWriter, Sink, Table};
use crate::{api, runtime};

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// IDs of the campaigns
    #[arg(required = true, value_name = "CAMPAIGN")]
    campaigns: Vec<u64>,

    /// Calls at the same time
    #[arg(long, short = 'j', value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=32))]
    concurrency: u8,

    /// Count the answers instead of listing them
    #[arg(long, short)]
    summary: bool,
}

/// What became of one campaign.
struct CampaignResults {
    campaign: u64,
    results: Result<PollResults>,
}

/// Gets the results of all campaigns. Those that fail do not stop the others; the first of them decides the exit code.
pub(crate) fn run(globals: &Globals, options: &Options) -> Result<()> {
    let format = output::format(globals, &[Format::Table, Format::Json, Format::Jsonl, Format::Csv])?;
    let mut campaigns: Vec<u64> = Vec::new();
    for id in &options.campaigns {
        if !campaigns.contains(id) {
            campaigns.push(*id);
        }
    }
    let wants = Wants { username: true, key: true, password: false };
    let connection = Settings::load(globals)?.connect(wants)?;
    let sink = Sink::open(globals)?;
    let bar = progress(campaigns.len(), globals);
    let outcomes = runtime::run(runtime::harmless(), async {
        Ok(get_all(&connection, &campaigns, options.concurrency, &bar).await)
    });
    bar.finish_and_clear();
    let outcomes = outcomes?;
    if options.summary {
        write_summary(sink, format, &outcomes)?;
    } else {
        write(sink, format, &outcomes)?;
    }
    report(outcomes)
}

/// Calls for all campaigns, in whose order the outcomes come back.
async fn get_all(
    connection: &Connection,
    campaigns: &[u64],
    concurrency: u8,
    bar: &ProgressBar,
) -> Vec<CampaignResults> {
    let requests = campaigns.iter().map(|campaign| GetPollResults::new(CampaignId(*campaign)));
    let mut finished = connection.client.send_all(requests).concurrency(concurrency.into()).as_finished();
    let mut results = Vec::with_capacity(campaigns.len());
    while let Some(result) = finished.next().await {
        bar.inc(1);
        results.push(result);
    }
    results.sort_by_key(|(place, _)| *place);
    let results = results
        .into_iter()
        .map(|(_, result)| result.map_err(|error| api::call_failure::<GetPollResults>(&error)));
    campaigns
        .iter()
        .zip(results)
        .map(|(campaign, results)| CampaignResults { campaign: *campaign, results })
        .collect()
}

fn progress(campaigns: usize, globals: &Globals) -> ProgressBar {
    if campaigns < 2 || globals.quiet {
        return ProgressBar::hidden();
    }
    // It draws on standard error, and only if that is a terminal.
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} campaigns, {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(campaigns as u64).with_style(style)
}

/// Names the campaigns that failed.
fn report(outcomes: Vec<CampaignResults>) -> Result<()> {
    let alone = outcomes.len() == 1;
    let mut failures =
        outcomes.into_iter().filter_map(|outcome| Some((outcome.campaign, outcome.results.err()?)));
    let Some((campaign, mut first)) = failures.next() else { return Ok(()) };
    let with_campaign =
        |campaign: u64, failure: &Failure| format!("campaign {campaign}: {}", failure.message);
    first.message = with_campaign(campaign, &first);
    if alone {
        return Err(first);
    }
    for (campaign, failure) in failures {
        first.message = format!("{}\n{}", first.message, with_campaign(campaign, &failure));
    }
    Err(first)
}

fn records(outcomes: &[CampaignResults]) -> impl Iterator<Item = (u64, &PollRecord)> {
    outcomes.iter().flat_map(|outcome| {
        let records = outcome.results.as_ref().map(PollResults::records).unwrap_or_default();
        records.iter().map(|record| (outcome.campaign, record))
    })
}

fn write(sink: Sink, format: Format, outcomes: &[CampaignResults]) -> Result<()> {
    match format {
        Format::Json => sink.json(&outcomes.iter().map(to_json).collect()),
        Format::Table => {
            let mut table = Table::new(["campaign", "number", "answers"]);
            for (campaign, record) in records(outcomes) {
                let answers: Vec<String> = record.fields.iter().map(ToString::to_string).collect();
                table.row([campaign.to_string(), record.number.clone(), answers.join("  ")]);
            }
            sink.only_text(&table.render())
        }
        Format::Jsonl => {
            let mut writer = RowWriter::new(sink, format, None);
            for (campaign, record) in records(outcomes) {
                writer
                    .row(json!({"campaign": campaign, "number": record.number, "fields": record.fields}))?;
            }
            writer.finish()
        }
        Format::Csv | Format::Parquet => {
            let fields = records(outcomes).map(|(_, record)| record.fields.len()).max().unwrap_or(0);
            let columns: Vec<String> = ["campaign".to_owned(), "number".to_owned()]
                .into_iter()
                .chain((1..=fields).map(|number| format!("field_{number}")))
                .collect();
            let mut writer = RowWriter::new(sink, format, Some(columns.clone()));
            for (campaign, record) in records(outcomes) {
                let cells = [campaign.to_string(), record.number.clone()];
                let cells = cells.into_iter().chain(record.fields.iter().map(ToString::to_string));
                writer.row(columns.iter().cloned().zip(cells.map(Value::String)).collect())?;
            }
            writer.finish()
        }
    }
}

fn to_json(outcome: &CampaignResults) -> Value {
    match &outcome.results {
        Ok(results) => json!({"campaign": outcome.campaign, "records": results.records(), "error": null}),
        Err(failure) => json!({
            "campaign": outcome.campaign, "records": null,
            "error": {"message": failure.message, "exit_code": failure.exit.code()},
        }),
    }
}

/// How often each answer was given in a campaign, the most frequent first. The answer of a record are its fields that
/// are no times; what the times mean is documented nowhere.
fn counts(results: &PollResults) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for record in results.records() {
        let texts = record.fields.iter().filter_map(|field| match field {
            PollField::Text(text) => Some(text.as_str()),
            PollField::DateTime(_) => None,
        });
        let answer = texts.collect::<Vec<_>>().join(",");
        match counts.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, count)) => *count += 1,
            None => counts.push((answer, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

fn write_summary(sink: Sink, format: Format, outcomes: &[CampaignResults]) -> Result<()> {
    let counted: Vec<(u64, Vec<(String, usize)>)> = outcomes
        .iter()
        .filter_map(|outcome| Some((outcome.campaign, counts(outcome.results.as_ref().ok()?))))
        .collect();
    let rows =
        || counted.iter().flat_map(|(campaign, counts)| counts.iter().map(move |count| (*campaign, count)));
    let row = |(campaign, (answer, count)): (u64, &(String, usize))| json!({"campaign": campaign, "answer": answer, "count": count});
    match format {
        Format::Json => sink.json(&rows().map(row).collect()),
        Format::Jsonl | Format::Csv | Format::Parquet => {
            let columns = ["campaign", "answer", "count"].map(str::to_owned).to_vec();
            let mut writer = RowWriter::new(sink, format, Some(columns));
            rows().try_for_each(|counted| writer.row(row(counted)))?;
            writer.finish()
        }
        Format::Table => {
            let most = rows().map(|(_, (_, count))| *count).max().unwrap_or(0);
            let mut table = Table::new(["campaign", "answer", "count", ""]);
            for (campaign, (answer, count)) in rows() {
                let answer = if answer.is_empty() { "(none)" } else { answer };
                table.row([
                    &campaign.to_string(),
                    answer,
                    &count.to_string(),
                    &output::bar(*count, most, 30),
                ]);
            }
            sink.only_text(&table.render())
        }
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn answers_are_counted_without_their_times() {
        let results = PollResults::from_text("1,2020-01-01 01:01:01,yes\n2,yes\n3,no\n4\n5,no\n6,no\n");
        let expected = [("no", 3), ("yes", 2), ("", 1)].map(|(answer, count)| (answer.to_owned(), count));
        assert_eq!(counts(&results), expected);
    }
}
