//! Users, devices and DIDs: created, assigned, deleted, and refused the second time.

use mor_api::Client;
use mor_endpoints::{
    CountryId, DeviceId, ProviderId, UserId,
    device::{DeviceCreate, DevicesGet},
    did::{DidCreate, DidDeviceAssign, DidsGet},
    user::{Technology, UserRegister, UsersGet},
};
use mor_sim::{Account, Change, Device, Did, DidStatus, Role, Seed, Simulator};

use crate::support::{post, settled};

const REGISTER: &str = "id=adminhash1&device_type=SIP&username=anna&password=Secret123&password2=Secret123\
                        &first_name=Anna&last_name=Client&country_id=1&email=anna@example.com";

/// The simulator without a hash check: these tests are about the functions.
fn simulator() -> Simulator {
    let sim = Simulator::start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    sim
}

/// Sends a request of the admin, or of another caller that the form names.
fn call(sim: &Simulator, function: &str, form: &str) -> String {
    let caller = if form.starts_with("u=") { "" } else { "u=admin&" };
    post(sim, function, &format!("{caller}{form}")).text()
}

/// The request is refused with this message, and nothing is executed.
#[track_caller]
fn refused(sim: &Simulator, function: &str, form: &str, message: &str) {
    let before = sim.ledger().len();
    let text = call(sim, function, form);
    assert!(text.contains(&format!("<error>{message}</error>")), "{function} {form}: {text}");
    assert_eq!(sim.ledger().len(), before, "{function} {form}");
}

#[track_caller]
fn done(sim: &Simulator, function: &str, form: &str, text: &str) {
    let answer = call(sim, function, form);
    assert!(answer.contains(text) && !answer.contains("<error>"), "{function} {form}: {answer}");
}

#[test]
fn a_user_a_device_and_a_did_are_created_once_and_refused_the_second_time() {
    let sim = Simulator::start().unwrap();
    let client = Client::builder(sim.url()).username("admin").api_key("secret").build_blocking().unwrap();
    let register = UserRegister::new(
        "anna@example.com",
        "adminhash1",
        Technology::Sip,
        "anna",
        "Anna",
        "Client",
        "Secret123",
        "Secret123",
        CountryId(1),
    );
    let registered = client.send(&register).unwrap().settings.unwrap();
    let user = registered.user_id.unwrap();
    assert_eq!((user, registered.device_id), (UserId(61), Some(DeviceId(31))));
    let again = client.send(&register).unwrap_err().to_string();
    assert!(again.contains("Such username is already taken"), "{again}");

    let device = client.send(&DeviceCreate::new(user).pin("4711")).unwrap();
    assert_eq!(device.id, Some(DeviceId(32)));
    let again = client.send(&DeviceCreate::new(user).pin("4711")).unwrap_err().to_string();
    assert!(again.contains("PIN is already used"), "{again}");

    let did = DidCreate::new(ProviderId(1), "37060000001");
    client.send(&did).unwrap();
    let again = client.send(&did).unwrap_err().to_string();
    assert!(again.contains("DID already exists"), "{again}");

    let assign = DidDeviceAssign::new(DeviceId(32), "37060000001");
    client.send(&assign).unwrap();
    let again = client.send(&assign).unwrap_err().to_string();
    assert!(again.contains("DID is not free"), "{again}");

    let users = client.send(&UsersGet::with_password("admin1")).unwrap().users;
    assert_eq!(users.last().map(|user| (user.username.as_str(), user.owner_id)), Some(("anna", UserId(0))));
    let devices = client.send(&DevicesGet::new(user)).unwrap().devices;
    let ids: Vec<_> = devices.iter().map(|device| device.id).collect();
    assert_eq!(ids, [DeviceId(31), DeviceId(32)]);
    let dids = client.send(&DidsGet::new()).unwrap().dids;
    assert_eq!((dids[0].number.as_str(), dids[0].owner.as_deref()), ("37060000001", Some("Anna Client")));

    let changes: Vec<Change> = settled(&sim).into_iter().map(|entry| entry.change).collect();
    let did = Change::Did { id: 9001 };
    assert_eq!(changes, [Change::User { id: 61 }, Change::Device { id: 32 }, did.clone(), did]);
    assert_eq!(sim.account("anna", |anna| anna.owner.clone()), Some(Some("admin".to_owned())));
    assert_eq!(sim.did("37060000001", |did| did.device_id), Some(Some(32)));
}

#[test]
fn a_registration_is_refused_in_the_words_of_the_catalog() {
    let sim = simulator();
    let with = |from: &str, to: &str| REGISTER.replace(from, to);
    for (form, message) in [
        (with("username=anna", "username=some_user"), "Such username is already taken"),
        (with("password2=Secret123", "password2=Secret124"), "Passwords do not match"),
        (with("Secret123", "anna"), "Please enter password not equal to username"),
        (with("country_id=1", "country_id=LT"), "Please select country"),
        (with("email=anna@example.com", "email=anna"), "Please enter correct email"),
        (with("device_type=SIP", "device_type=Fax"), "Enter device type"),
        (format!("{REGISTER}&usertype=reseller"), "Permission Group was not selected"),
        (with("adminhash1", "unknown"), "Access Denied"),
        (with("username=anna", "username="), "Please enter username"),
    ] {
        refused(&sim, "user_register", &form, message);
    }
    done(&sim, "user_register", &format!("{REGISTER}&mob_phone=%2B370+600"), "Registration successful");
    let other = with("username=anna", "username=ona");
    refused(&sim, "user_register", &other, "This email address is already in use.");
    let other = other.replace("anna@", "ona@");
    let phone = format!("{other}&mob_phone=370600");
    refused(&sim, "user_register", &phone, "User with such mobile phone number already exists");
    done(&sim, "user_register", &other, "<user_id>62</user_id>");
}

#[test]
fn a_registered_user_may_call_with_the_key_of_the_owner() {
    let sim = simulator();
    done(&sim, "user_register", &REGISTER.replace("adminhash1", "resellerhs"), "Registration successful");
    assert_eq!(
        sim.account("anna", |anna| (anna.owner.clone(), anna.role)),
        Some((Some("reseller".into()), Role::User))
    );
    sim.settings(|settings| settings.check_hash = true);
    let login = post(&sim, "user_login", "u=anna&p=Secret123");
    assert!(login.text().contains("<status>ok</status>"), "{}", login.text());
    let signed = |key: &str| {
        post(&sim, "services_get", &crate::support::signed("u=anna", key)).text().contains("<services>")
    };
    assert!(signed("abcdefghijkl") && !signed("secret"));
}

#[test]
fn a_device_is_refused_in_the_words_of_the_catalog() {
    let sim = simulator();
    for (form, message) in [
        ("user_id=99", "User was not found"),
        ("user_id=4", "User was not found"),
        ("u=nobody&user_id=2", "Bad login"),
        ("u=some_user&user_id=2", "Access Denied"),
        ("user_id=2&type=Rotary", "Device type invalid"),
        ("u=reseller&user_id=4&type=dahdi", "Device type invalid"),
        ("user_id=2&devicegroup_id=x", "Device group invalid"),
        ("user_id=2&pin=12a", "PIN must be numeric"),
        ("user_id=2&caller_id=Anna", "CallerID must be numeric"),
        ("user_id=2&call_timeout=-1", "Device Call Timeout must be greater than or equal to 0"),
    ] {
        refused(&sim, "device_create", form, message);
    }
    done(&sim, "device_create", "u=reseller&user_id=4&type=iax2&pin=", "<username>2201</username>");
    assert_eq!(
        sim.device(31, |device| (device.kind.clone(), device.pin.is_some())),
        Some(("IAX2".into(), false))
    );
}

#[test]
fn devices_are_deleted_by_their_owner_and_free_their_dids() {
    let sim = simulator();
    done(&sim, "device_create", "user_id=2", "<id>31</id>");
    done(&sim, "did_create", "provider_id=1&did=370600", "DID created");
    done(&sim, "did_device_assign", "device_id=31&did=370600", "Device assigned to DID");
    refused(&sim, "device_delete", "device=99", "Device was not found");
    refused(&sim, "device_delete", "u=reseller&device=31", "Access Denied");
    refused(&sim, "user_delete", "user_id=2", "Cannot delete user - it has DIDs");
    done(&sim, "device_delete", "device=31", "Device was deleted");
    assert_eq!((sim.device(31, |_| ()), sim.did("370600", |did| did.device_id)), (None, Some(None)));
    done(&sim, "device_create", "user_id=2", "<id>32</id>");
    done(&sim, "user_delete", "user_id=2", "User deleted");
    assert_eq!((sim.account("some_user", |_| ()), sim.device(32, |_| ())), (None, None));
    refused(&sim, "user_delete", "user_id=2", "User was not found");
    refused(&sim, "user_delete", "user_id=4", "User was not found");
    refused(&sim, "user_delete", "user_id=3", "Access Denied");
}

#[test]
fn a_did_is_refused_in_the_words_of_the_catalog() {
    let sim = simulator();
    sim.add_device(Device::new(7, 2));
    sim.add_device(Device::new(8, 4));
    for (number, status) in [
        ("1", DidStatus::Free),
        ("2", DidStatus::Closed),
        ("3", DidStatus::Terminated),
        ("4", DidStatus::Reserved),
    ] {
        let mut did = Did::new(number.parse().unwrap(), number);
        did.status = status;
        sim.add_did(did);
    }
    let mut foreign = Did::new(5, "5");
    foreign.owner = "reseller".to_owned();
    sim.add_did(foreign);
    for (function, form, message) in [
        ("did_create", "u=some_user&provider_id=1&did=6", "Access Denied"),
        ("did_create", "provider_id=x&did=6", "Provider was not found"),
        ("did_create", "provider_id=1&did=6x", "Invalid DID specified"),
        ("did_create", "provider_id=1&did=5", "DID already exists"),
        ("did_device_assign", "device_id=99&did=1", "Device was not found"),
        ("did_device_assign", "device_id=8&did=1", "Your are not authorized to use this Device"),
        ("did_device_assign", "device_id=7&did=9", "DID was not found"),
        ("did_device_assign", "device_id=7&did=5", "Your are not authorized to use this DID"),
        ("did_device_assign", "device_id=7&did=3", "DID is terminated"),
        ("did_device_assign", "device_id=7&did=2", "DID is not free"),
        ("did_device_unassign", "did=1", "DID is already free"),
        ("did_device_unassign", "did=5", "You are not authorized to use this DID"),
        ("did_device_unassign", "u=some_user&did=1", "Access Denied"),
    ] {
        refused(&sim, function, form, message);
    }
    done(&sim, "did_device_assign", "device_id=7&did=4&test=1", "<did_id>4</did_id>");
    done(&sim, "did_device_unassign", "did=4&test=1", "<did_id>4</did_id>");
    assert_eq!(sim.did("4", |did| did.status), Some(DidStatus::Free));
    done(&sim, "did_device_assign", "u=reseller&device_id=8&did=5", "Device assigned to DID");
    done(&sim, "did_create", "u=accountant&provider_id=1&did=6&test=1", "<did>6</did>");
    assert_eq!(sim.did("6", |did| did.owner.clone()), Some("admin".to_owned()));
}

const INVENTORY: &str = "
    [[account]]
    id = 0
    username = 'admin'
    role = 'admin'

    [[account]]
    id = 3
    username = 'nordic'
    role = 'reseller'
    owner = 'admin'

    [[account]]
    id = 4
    username = 'anna'
    role = 'user'
    owner = 'nordic'
    first_name = 'Anna'
    last_name = 'Client'

    [[device]]
    id = 31
    user_id = 4
    type = 'IAX2'
    username = '1003'
    password = 's3cret'
    caller_id = '37060000009'

    [[did]]
    id = 1
    number = '37060000001'
    owner = 'nordic'
    device_id = 31

    [[did]]
    id = 2
    number = '37060000002'
    provider_id = 7

    [[did]]
    id = 3
    number = '37060000003'
    status = 'terminated'";

#[test]
fn lists_report_the_devices_and_dids_of_a_seed_to_those_who_may_see_them() {
    let sim = Simulator::builder().seed(Seed::from_toml(INVENTORY).unwrap()).start().unwrap();
    sim.settings(|settings| settings.check_hash = false);
    let numbers = |form: &str| {
        let text = call(&sim, "dids_get", form);
        ["37060000001", "37060000002", "37060000003"].map(|number| text.contains(number))
    };
    assert_eq!(numbers(""), [true, true, true]);
    assert_eq!(numbers("u=nordic"), [true, false, false]);
    assert_eq!(numbers("u=anna"), [true, false, false]);
    for (filter, expected) in [
        ("search_status=free", [false, true, false]),
        ("search_status=reserved", [true, false, false]),
        ("search_did_number=%25002", [false, true, false]),
        ("search_did_owner=anna%25", [true, false, false]),
        ("search_user=4", [true, false, false]),
        ("search_device=31", [true, false, false]),
        ("search_device=all", [true, true, true]),
        ("search_provider=7", [false, true, false]),
        ("search_hide_terminated_dids=1", [true, true, false]),
        ("from=2&max_results=1", [false, true, false]),
    ] {
        assert_eq!(numbers(&format!("u=admin&{filter}")), expected, "{filter}");
    }
    refused(&sim, "dids_get", "search_status=closed", "No DIDs found");

    let dids = call(&sim, "dids_get", "search_user=4");
    for element in ["<device>IAX2/1003</device>", "<owner>Anna Client</owner>", "<reseller>nordic</reseller>"]
    {
        assert!(dids.contains(element), "{element} is not in {dids}");
    }
    let seen_by_user = call(&sim, "dids_get", "u=anna");
    assert!(!seen_by_user.contains("<provider>") && !seen_by_user.contains("<dial_plan>"), "{seen_by_user}");

    let devices = call(&sim, "devices_get", "u=nordic&user_id=4");
    for element in
        ["<secret>s3cret</secret>", "<callerid>&lt;37060000009&gt;</callerid>", "<primary_device>yes<"]
    {
        assert!(devices.contains(element), "{element} is not in {devices}");
    }
    refused(&sim, "devices_get", "user_id=4", "Access Denied");
    refused(&sim, "devices_get", "user_id=99", "User not found");
    refused(&sim, "devices_get", "u=nordic&user_id=3", "Device not found");
}

#[test]
fn users_are_listed_for_those_who_own_them() {
    let sim = simulator();
    sim.add_did(Did::new(1, "1"));
    sim.add_account(Account::new(70, "partner", Role::Partner));
    sim.account("partner", |partner| partner.password = Some("p".to_owned().into()));
    sim.account("reseller", |reseller| reseller.owner = Some("partner".to_owned()));
    let listed = |caller: &str, password: &str| {
        let text = call(&sim, "users_get", &format!("u={caller}&p={password}"));
        ["admin", "accountant", "some_user", "reseller", "user_reseller"]
            .into_iter()
            .filter(|name| text.contains(&format!("<username>{name}</username>")))
            .collect::<Vec<_>>()
    };
    assert_eq!(listed("admin", "admin1"), ["accountant", "some_user", "reseller", "user_reseller"]);
    assert_eq!(listed("accountant", "accountant1"), ["some_user", "reseller", "user_reseller"]);
    assert_eq!(listed("reseller", "reseller1"), ["user_reseller"]);
    assert_eq!(listed("partner", "p"), ["reseller", "user_reseller"]);
    refused(&sim, "users_get", "u=some_user&p=some_user1", "Access Denied");
}

#[test]
fn until_something_is_provisioned_lists_are_the_samples_of_the_catalog() {
    let sim = simulator();
    assert!(call(&sim, "dids_get", "").contains("Acme Carrier"));
    assert!(call(&sim, "devices_get", "user_id=2").contains("pw4example"));
    assert!(call(&sim, "users_get", "p=admin1").contains("jonas"));
    done(&sim, "did_create", "provider_id=1&did=370600", "DID created");
    assert!(call(&sim, "dids_get", "").contains("370600"));
    refused(&sim, "devices_get", "user_id=2", "Device not found");
}

#[test]
fn the_page_shows_devices_and_dids_without_passwords() {
    let sim = simulator();
    done(&sim, "device_create", "user_id=2&pin=471199", "<id>31</id>");
    done(&sim, "did_create", "provider_id=1&did=370600", "DID created");
    done(&sim, "did_device_assign", "device_id=31&did=370600", "Device assigned to DID");
    let page = crate::support::get(&sim, "/").text();
    let (_, server) = page.split_once("id=\"server\"").unwrap();
    let (server, _) = server.split_once("id=\"functions\"").unwrap();
    assert!(server.contains("<code>2201</code>") && server.contains("<code>370600</code>"), "{server}");
    assert!(!page.contains("471199"));
    let password = sim.device(31, |device| format!("{device:?}")).unwrap();
    assert!(!password.contains("471199"), "{password}");
}
