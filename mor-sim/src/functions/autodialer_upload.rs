//! `autodialer_upload_numbers`: adds the numbers of a CSV file to a campaign.

use std::path::Path;

use super::{Call, Done, autodialer};
use crate::{
    http::{Answer, UploadedFile, xml},
    state::{Campaign, Change},
};

pub(super) fn answer(call: &Call<'_>) -> Done {
    match autodialer::campaign(call) {
        Err(refusal) => refusal.into(),
        Ok(campaign) => match csv(call.files) {
            Err(message) => autodialer::error(message).into(),
            Ok(content) => import(campaign, content),
        },
    }
}

/// The content of the uploaded file. A part counts as a file only if it carries a file name.
fn csv(files: &[UploadedFile]) -> Result<&[u8], &'static str> {
    let file = files.iter().rev().find(|file| file.field == "file").ok_or("Please provide a file")?;
    if Path::new(&file.file_name).extension().is_none_or(|extension| extension != "csv") {
        return Err("Please provide CSV file");
    }
    if file.content.is_empty() {
        return Err("File is empty");
    }
    Ok(&file.content)
}

/// Reads one number per line. A line without digits, or with a number that the campaign already has, is counted but not
/// imported: this is the simulator's choice, as the vendor only shows the wording of the answer.
fn import(campaign: &Campaign, content: &[u8]) -> Done {
    let text = String::from_utf8_lossy(content);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut imported: Vec<String> = Vec::new();
    for number in lines.iter().filter_map(|line| number(line)) {
        if !campaign.knows(number) && !imported.iter().any(|known| known == number) {
            imported.push(number.to_owned());
        }
    }
    let success = format!("{} out of {} numbers were imported", imported.len(), lines.len());
    let answer = Answer::xml(xml::document("page/status/success", &success));
    let id = campaign.id;
    Done::executed(Change::Campaign { id }, answer, move |state| {
        if let Some(campaign) = state.campaigns.iter_mut().find(|campaign| campaign.id == id) {
            campaign.numbers.append(&mut imported);
        }
    })
}

fn number(line: &str) -> Option<&str> {
    let field = line.split([',', ';']).next()?.trim().trim_matches('"');
    (!field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit())).then_some(field)
}
