//! `user_details_update`: changes a user.

use jiff::civil::Date;
use mor_api::{Endpoint, InvalidRequest, Secret, WireEnum};
use rust_decimal::Decimal;

use super::{InvoiceFlag, ResponsibleAccountant, UserChanged, UserType, UserUpdateFault};
use crate::{
    CountryId, CurrencyId, DeviceId, LcrId, PbxPoolId, PermissionGroupId, QuickforwardRuleId, SoundFileId,
    TariffId, UserId,
};

/// Changes a user; what is left out stays as it is, with exceptions.
///
/// A reseller may change only some of the settings: the server ignores the others without a word.
///
/// # Side effects
///
/// X5 and X8 change more than they are asked to. Called by an admin or an accountant without
/// `billing_period`, they set it to monthly, and the threshold of blacklist routing to 0. Every call sets
/// `u3` by whether `pgui` was sent. X8 empties the comment.
///
/// # Doubts about the hash
///
/// The order of the hash is that of the servers up to X8. The vendor's newest page hashes seven parameters
/// more: `u29` to `u33` after `u28`, then `user_warning_email_hour` and `pgui` before `pcsv`. Whether a newer
/// server does so is not established. If one refuses a request with `Incorrect hash`, leave these out.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "user_details_update",
    aliases = ["user_update_api"],
    since = "11",
    effect = write,
    response = UserChanged,
    fault = UserUpdateFault,
    verify = "`user_details_get` of the `user_id` shows most of it",
    check = Self::check_together,
)]
pub struct UserDetailsUpdate {
    /// The user to change. Admin and accountants: the admin's users; resellers: their users and themselves.
    #[hash(order = 1)]
    pub user_id: UserId,
    /// `u0`: tax registration number.
    #[mor(rename = "u0")]
    #[hash(order = 2)]
    pub vat_number: Option<String>,
    /// `u1`: LCR; one that the user's owner may use.
    #[mor(rename = "u1")]
    #[hash(order = 3)]
    pub lcr_id: Option<LcrId>,
    /// `u2`: -1 sends the low-balance e-mail once, as soon as the balance drops; any other value sends it at
    /// the hour of `user_warning_email_hour`. Heeded only together with `warning_email_active`.
    #[mor(rename = "u2")]
    #[hash(order = 4)]
    pub warning_email_hour: Option<i8>,
    /// `u3`: where the ends of called numbers are hidden, as a sum of bits; -1 is the global setting. X5
    /// and X8 overwrite it whatever is sent here.
    #[mor(rename = "u3")]
    #[hash(order = 5)]
    pub hide_destination_end: Option<i32>,
    /// `u4`: currency.
    #[mor(rename = "u4")]
    #[hash(order = 6)]
    pub currency_id: Option<CurrencyId>,
    /// `u5`: tariff; one of the caller's, or of the admin's if resellers may use those.
    #[mor(rename = "u5")]
    #[hash(order = 7)]
    pub tariff_id: Option<TariffId>,
    /// `u6`: balance below which the user is warned by e-mail.
    #[mor(rename = "u6")]
    #[hash(order = 8)]
    pub warning_email_balance: Option<Decimal>,
    /// `u7`: device with which the user listens to calls.
    #[mor(rename = "u7")]
    #[hash(order = 9)]
    pub spy_device_id: Option<DeviceId>,
    /// `u8`: language of the GUI: `en`.
    #[mor(rename = "u8")]
    #[hash(order = 10)]
    pub language: Option<String>,
    /// `u9`: new username.
    #[mor(rename = "u9")]
    #[hash(order = 11)]
    pub username: Option<String>,
    /// `u10`: plays a warning before calls while the balance is low.
    #[mor(rename = "u10")]
    #[hash(order = 12)]
    pub warning_balance_call: Option<bool>,
    /// `u11`: permission group; as a rule it is set by `accountant_type`.
    #[mor(rename = "u11")]
    #[hash(order = 13)]
    pub permission_group_id: Option<PermissionGroupId>,
    /// `u12`: makes invoices for the user.
    #[mor(rename = "u12")]
    #[hash(order = 14)]
    pub generate_invoice: Option<bool>,
    /// `u13`: what kind of account the user is. Since X4 it changes nothing but whether `accountant_type` is
    /// heeded. Resellers may send only `User`.
    #[mor(rename = "u13")]
    #[hash(order = 15)]
    pub user_type: Option<UserType>,
    /// `u14`: country where the user pays taxes.
    #[mor(rename = "u14")]
    #[hash(order = 16)]
    pub taxation_country_id: Option<CountryId>,
    /// `u15`: blocks the user.
    #[mor(rename = "u15")]
    #[hash(order = 17)]
    pub blocked: Option<bool>,
    /// `u16`: quick forwarding rule; 0 for none.
    #[mor(rename = "u16")]
    #[hash(order = 18)]
    pub quickforward_rule_id: Option<QuickforwardRuleId>,
    /// `u17`: last name.
    #[mor(rename = "u17")]
    #[hash(order = 19)]
    pub last_name: Option<String>,
    /// `u18`: how many calls he may make at the same time.
    #[mor(rename = "u18")]
    #[hash(order = 20)]
    pub call_limit: Option<u32>,
    /// `u19`: number of the company or person.
    #[mor(rename = "u19")]
    #[hash(order = 21)]
    pub client_id: Option<String>,
    /// `u20`: space for recordings, in megabytes. Needs the add-on Recordings.
    #[mor(rename = "u20")]
    #[hash(order = 22)]
    pub recording_quota: Option<Decimal>,
    /// `u21`: makes the server heed `cyberplat_active`, whatever its own value. Use
    /// [`cyberplat`](Self::cyberplat).
    #[mor(rename = "u21")]
    #[hash(order = 23)]
    pub change_cyberplat: Option<bool>,
    /// `u22`: e-mail address to which recordings are sent.
    #[mor(rename = "u22")]
    #[hash(order = 24)]
    pub recordings_email: Option<String>,
    /// `u23`: first name.
    #[mor(rename = "u23")]
    #[hash(order = 25)]
    pub first_name: Option<String>,
    /// `u24`: sound of the IVR that warns of a low balance.
    #[mor(rename = "u24")]
    #[hash(order = 26)]
    pub warning_sound_id: Option<SoundFileId>,
    /// `u25`: paid afterwards, not in advance.
    #[mor(rename = "u25")]
    #[hash(order = 27)]
    pub postpaid: Option<bool>,
    /// `u26`: accounting number.
    #[mor(rename = "u26")]
    #[hash(order = 28)]
    pub accounting_number: Option<String>,
    /// `u27`: number of the agreement.
    #[mor(rename = "u27")]
    #[hash(order = 29)]
    pub agreement_number: Option<String>,
    /// `u28`: hides the user in lists.
    #[mor(rename = "u28")]
    #[hash(order = 30)]
    pub hidden: Option<bool>,
    /// `ay`: date of the agreement, year. The date changes only if all three parts are sent: use
    /// [`agreement_date`](Self::agreement_date).
    #[mor(rename = "ay")]
    #[hash(order = 31)]
    pub agreement_year: Option<i16>,
    /// `am`: date of the agreement, month.
    #[mor(rename = "am")]
    #[hash(order = 32)]
    pub agreement_month: Option<i8>,
    /// `ad`: date of the agreement, day.
    #[mor(rename = "ad")]
    #[hash(order = 33)]
    pub agreement_day: Option<i8>,
    /// `by`: date on which the user is blocked, year. The date changes only if all three parts are sent:
    /// use [`block_at`](Self::block_at).
    #[mor(rename = "by")]
    #[hash(order = 34)]
    pub block_at_year: Option<i16>,
    /// `bm`: date on which the user is blocked, month.
    #[mor(rename = "bm")]
    #[hash(order = 35)]
    pub block_at_month: Option<i8>,
    /// `bd`: date on which the user is blocked, day.
    #[mor(rename = "bd")]
    #[hash(order = 36)]
    pub block_at_day: Option<i8>,
    /// `pswd`: new password of the user, in clear.
    #[mor(rename = "pswd")]
    #[hash(order = 37)]
    pub new_password: Option<Secret>,
    /// `pcsv`: hides the ends of called numbers in CSV files.
    #[mor(rename = "pcsv")]
    #[hash(order = 38)]
    pub hide_destination_end_csv: Option<bool>,
    /// `ppdf`: hides the ends of called numbers in PDF files.
    #[mor(rename = "ppdf")]
    #[hash(order = 39)]
    pub hide_destination_end_pdf: Option<bool>,
    /// Records all calls. Needs the add-on Recordings.
    #[hash(order = 40)]
    pub recording_forced_enabled: Option<bool>,
    /// `i4`: detailed invoices as CSV; see `i1`.
    #[mor(rename = "i4")]
    #[hash(order = 41)]
    pub detailed_csv: Option<InvoiceFlag<16>>,
    /// Uses the fourth tax. X8 ignores it.
    #[hash(order = 42)]
    pub tax4_enabled: Option<bool>,
    /// Uses the second tax; the first is always used.
    #[hash(order = 43)]
    pub tax2_enabled: Option<bool>,
    /// Hashed, but without effect in X5 and X8.
    #[hash(order = 44)]
    pub accountant_type_invalid: Option<String>,
    /// Day of the month for the conditional block, see `block_conditional_use`.
    #[hash(order = 45)]
    pub block_at_conditional: Option<u8>,
    /// Uses the third tax.
    #[hash(order = 46)]
    pub tax3_enabled: Option<bool>,
    /// Permission group; heeded if `u13` is `Accountant` or `Reseller`.
    #[hash(order = 47)]
    pub accountant_type: Option<PermissionGroupId>,
    /// First tax, in percent.
    #[hash(order = 48)]
    pub tax1_value: Option<Decimal>,
    /// Shows calls that cost nothing in invoices.
    #[hash(order = 49)]
    pub show_zero_calls: Option<bool>,
    /// Sends an e-mail when the balance is low.
    #[hash(order = 50)]
    pub warning_email_active: Option<bool>,
    /// Puts each tax on top of the ones before.
    #[hash(order = 51)]
    pub compound_tax: Option<bool>,
    /// Name of the fourth tax; stays as it is if empty.
    #[hash(order = 52)]
    pub tax4_name: Option<String>,
    /// Allows calls that cost more than they earn.
    #[hash(order = 53)]
    pub allow_loss_calls: Option<bool>,
    /// Name of the third tax; stays as it is if empty.
    #[hash(order = 54)]
    pub tax3_name: Option<String>,
    /// Name of the second tax; stays as it is if empty.
    #[hash(order = 55)]
    pub tax2_name: Option<String>,
    /// Credit limit; a negative one counts as 0. For no limit set `unlimited`.
    #[hash(order = 56)]
    pub credit: Option<Decimal>,
    /// Name of the first tax; stays as it is if empty.
    #[hash(order = 57)]
    pub tax1_name: Option<String>,
    /// Name of all taxes together.
    #[hash(order = 58)]
    pub total_tax_name: Option<String>,
    /// Second tax, in percent.
    #[hash(order = 59)]
    pub tax2_value: Option<Decimal>,
    /// Fourth tax, in percent.
    #[hash(order = 60)]
    pub tax4_value: Option<Decimal>,
    /// `i1`: simplified invoices as PDF. The flags of `i1` to `i9` that are sent replace all that were
    /// set: send every one that shall be on.
    #[mor(rename = "i1")]
    #[hash(order = 61)]
    pub simplified_pdf: Option<InvoiceFlag<2>>,
    /// Third tax, in percent.
    #[hash(order = 62)]
    pub tax3_value: Option<Decimal>,
    /// Payments over Cyberplat; heeded together with `u21`: use [`cyberplat`](Self::cyberplat).
    #[hash(order = 63)]
    pub cyberplat_active: Option<bool>,
    /// `i2`: simplified invoices as CSV; see `i1`.
    #[mor(rename = "i2")]
    #[hash(order = 64)]
    pub simplified_csv: Option<InvoiceFlag<4>>,
    /// `i3`: detailed invoices as PDF; see `i1`.
    #[mor(rename = "i3")]
    #[hash(order = 65)]
    pub detailed_pdf: Option<InvoiceFlag<8>>,
    /// Allows recordings of calls. Needs the add-on Recordings.
    #[hash(order = 66)]
    pub recording_enabled: Option<bool>,
    /// Hashed, but without effect in X5 and X8.
    #[hash(order = 67)]
    pub email_warning_sent_test: Option<String>,
    /// Of a reseller: makes him Reseller PRO, with providers of his own, or takes that back. A change also
    /// changes the LCR of his users.
    #[hash(order = 68)]
    pub own_providers: Option<bool>,
    /// `a0`: address: street and number.
    #[mor(rename = "a0")]
    #[hash(order = 69)]
    pub address: Option<String>,
    /// `a1`: address: city.
    #[mor(rename = "a1")]
    #[hash(order = 70)]
    pub city: Option<String>,
    /// `a2`: address: postal code.
    #[mor(rename = "a2")]
    #[hash(order = 71)]
    pub postcode: Option<String>,
    /// `a3`: address: county.
    #[mor(rename = "a3")]
    #[hash(order = 72)]
    pub county: Option<String>,
    /// `a4`: address: mobile phone.
    #[mor(rename = "a4")]
    #[hash(order = 73)]
    pub mobile_phone: Option<String>,
    /// `a5`: address: fax.
    #[mor(rename = "a5")]
    #[hash(order = 74)]
    pub fax: Option<String>,
    /// `a6`: address: country.
    #[mor(rename = "a6")]
    #[hash(order = 75)]
    pub country_id: Option<CountryId>,
    /// `a7`: address: phone.
    #[mor(rename = "a7")]
    #[hash(order = 76)]
    pub phone: Option<String>,
    /// `a8`: address: e-mail address; no other user's, unless the server allows that.
    #[mor(rename = "a8")]
    #[hash(order = 77)]
    pub email: Option<String>,
    /// `a9`: address: state or province.
    #[mor(rename = "a9")]
    #[hash(order = 78)]
    pub state: Option<String>,
    /// `p`: password of the caller; X5 and X8 do not check it here.
    #[mor(rename = "p")]
    #[nohash]
    pub caller_password: Option<Secret>,
    /// `u29`: PBX pool, 0 for the global one; for the admin and resellers with PBX rights. X5 and X8 do not
    /// hash it, the newest page does: see the doubts about the hash above.
    #[mor(rename = "u29")]
    #[nohash]
    pub pbx_pool_id: Option<PbxPoolId>,
    /// `u30`: leaves calls that were not answered out of the user's lists; for the admin and resellers. Same
    /// doubt as `u29`.
    #[mor(rename = "u30")]
    #[nohash]
    pub hide_non_answered_calls: Option<bool>,
    /// `u31`: the accountant who looks after the user; from X8. Same doubt as `u29`.
    #[mor(rename = "u31")]
    #[nohash]
    pub responsible_accountant: Option<ResponsibleAccountant>,
    /// `u32`: how much may be spent a day; 0 is no limit. Only the newest page has it. Same doubt as `u29`.
    #[mor(rename = "u32")]
    #[nohash]
    pub daily_balance_limit: Option<Decimal>,
    /// `u33`: comment. Only the newest page has it; X8 empties the comment at every change. Same doubt as
    /// `u29`.
    #[mor(rename = "u33")]
    #[nohash]
    pub comment: Option<String>,
    /// Hour of the low-balance e-mail, 0 to 23; heeded together with `warning_email_active` unless `u2` is
    /// -1. Meant to be hashed after `pswd`, but X3, X5 and X8 do not hash it.
    #[nohash]
    pub user_warning_email_hour: Option<u8>,
    /// `pgui`: hides the ends of called numbers in the GUI. Meant to be hashed before `pcsv`, but X3, X5 and
    /// X8 do not hash it.
    #[mor(rename = "pgui")]
    #[nohash]
    pub hide_destination_end_gui: Option<bool>,
    /// Sets the credit to no limit, whatever `credit` says. Undocumented; X5 and X8 know it.
    #[nohash]
    pub unlimited: Option<bool>,
    /// Uses the conditional block. Undocumented; X5 and X8 know it.
    #[nohash]
    pub block_conditional_use: Option<bool>,
    /// `i5`: invoices by caller ID as PDF; see `i1`.
    #[mor(rename = "i5")]
    #[nohash]
    pub by_caller_id_pdf: Option<InvoiceFlag<32>>,
    /// `i6`: invoices by destinations as CSV; see `i1`.
    #[mor(rename = "i6")]
    #[nohash]
    pub by_destinations_csv: Option<InvoiceFlag<64>>,
    /// `i7`: invoices by caller ID as CSV; see `i1`.
    #[mor(rename = "i7")]
    #[nohash]
    pub by_caller_id_csv: Option<InvoiceFlag<128>>,
    /// `i8`: lists of calls as CSV; see `i1`.
    #[mor(rename = "i8")]
    #[nohash]
    pub calls_csv: Option<InvoiceFlag<256>>,
    /// `i9`: invoices as XLSX; from X8; see `i1`.
    #[mor(rename = "i9")]
    #[nohash]
    pub xlsx: Option<InvoiceFlag<512>>,
    /// How often invoices are made. Undocumented; if it is left out, an admin or accountant sets it to
    /// `Monthly`.
    #[nohash]
    pub billing_period: Option<BillingPeriod>,
    /// How many days after its date an invoice may be paid. Undocumented; X5 and X8 know it.
    #[nohash]
    pub invoice_grace_period: Option<u32>,
    /// `allow_change_callerid`: lets the user change caller IDs. Undocumented; X8 knows it.
    #[mor(rename = "allow_change_callerid")]
    #[nohash]
    pub allow_change_caller_id: Option<bool>,
    /// Lets the user log in and get e-mails while he is blocked. Undocumented; X8 knows it.
    #[nohash]
    pub allow_login_receive_email: Option<bool>,
    /// Permission group of a customer. Undocumented; X8 knows it.
    #[nohash]
    pub simple_user_group_id: Option<PermissionGroupId>,
    /// Keeps the global monitorings away from the user. X3 and X4 hash it between `tax4_value` and `i1`, so
    /// they refuse this request; X5 and later ignore it.
    #[nohash]
    pub ignore_global_monitorings: Option<bool>,
}

impl UserDetailsUpdate {
    /// `ay`, `am`, `ad`: date of the agreement.
    #[must_use]
    #[inline]
    pub fn agreement_date(self, date: Date) -> Self {
        self.agreement_year(date.year()).agreement_month(date.month()).agreement_day(date.day())
    }

    /// `by`, `bm`, `bd`: date on which the user is blocked.
    #[must_use]
    #[inline]
    pub fn block_at(self, date: Date) -> Self {
        self.block_at_year(date.year()).block_at_month(date.month()).block_at_day(date.day())
    }

    /// `cyberplat_active` with `u21`: payments over Cyberplat.
    #[must_use]
    #[inline]
    pub fn cyberplat(self, active: bool) -> Self {
        self.change_cyberplat(true).cyberplat_active(active)
    }

    /// The server ignores without a word what is not complete.
    #[inline]
    fn check_together(&self) -> Result<(), InvalidRequest> {
        let whole = |year: Option<i16>, month: Option<i8>, day: Option<i8>| {
            year.is_some() == month.is_some() && month.is_some() == day.is_some()
        };
        if !whole(self.agreement_year, self.agreement_month, self.agreement_day) {
            return Err(InvalidRequest::new("ay", "`ay`, `am` and `ad` go together"));
        }
        if !whole(self.block_at_year, self.block_at_month, self.block_at_day) {
            return Err(InvalidRequest::new("by", "`by`, `bm` and `bd` go together"));
        }
        if self.cyberplat_active.is_some() && self.change_cyberplat.is_none() {
            return Err(InvalidRequest::new("cyberplat_active", "it needs `u21`"));
        }
        Ok(())
    }
}

/// How often invoices are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum BillingPeriod {
    /// Every week.
    Weekly,
    /// Every two weeks.
    #[mor(value = "bi-weekly")]
    BiWeekly,
    /// Every month.
    Monthly,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_sent_whole_or_not_at_all() {
        let request = UserDetailsUpdate::new(UserId(6)).agreement_date(date(2015, 3, 31));
        let parts = (request.agreement_year, request.agreement_month, request.agreement_day);
        assert_eq!(parts, (Some(2015), Some(3), Some(31)));
        assert_eq!(request.check(), Ok(()));
        assert_eq!(request.block_at_year(2030_i16).check().unwrap_err().param(), "by");
    }

    #[test]
    fn cyberplat_is_heeded_only_with_its_marker() {
        let request = UserDetailsUpdate::new(UserId(6));
        assert_eq!(request.clone().cyberplat(false).check(), Ok(()));
        assert_eq!(request.cyberplat_active(true).check().unwrap_err().param(), "cyberplat_active");
    }
}
