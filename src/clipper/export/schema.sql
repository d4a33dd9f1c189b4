-- The tables that `clipper export -o FILE.sqlite` writes. Dates are open dates (EDTF) as text: XXXX-06-03 has no known year;
-- positions count from 0, as in the records. README says the same to who opens the file.

CREATE TABLE README (name TEXT PRIMARY KEY, kind TEXT NOT NULL, en TEXT NOT NULL, ko TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  url TEXT, requested_url TEXT, path TEXT, media_type TEXT, encoding TEXT, sha256 TEXT, fetched_at TEXT, extractor TEXT NOT NULL,
  title TEXT, subtitle TEXT, publisher TEXT, published TEXT, modified TEXT, reference_date TEXT, reference_source TEXT,
  section TEXT, canonical_url TEXT, dateline TEXT
);
CREATE TABLE authors (
  article_id INTEGER NOT NULL REFERENCES articles, position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE TABLE paragraphs (
  article_id INTEGER NOT NULL REFERENCES articles, position INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE TABLE warnings (
  article_id INTEGER NOT NULL REFERENCES articles, position INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE TABLE copies (
  article_id INTEGER NOT NULL REFERENCES articles, position INTEGER NOT NULL, url TEXT, path TEXT, title TEXT,
  publisher TEXT, published TEXT, likeness REAL NOT NULL,
  PRIMARY KEY (article_id, position)
) WITHOUT ROWID;

CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles,
  kind TEXT NOT NULL CHECK (kind IN ('trip', 'mou')),
  record_id TEXT NOT NULL,
  status TEXT,
  background INTEGER NOT NULL CHECK (background IN (0, 1)),
  confidence REAL NOT NULL
);

CREATE TABLE trips (
  id INTEGER PRIMARY KEY REFERENCES records,
  direction TEXT, leader_name TEXT, leader_title TEXT, leader_organization TEXT, organization TEXT,
  start_date TEXT, end_date TEXT, nights INTEGER, days INTEGER, purpose TEXT
);
CREATE TABLE companions (
  trip_id INTEGER NOT NULL REFERENCES trips, position INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('person', 'organization')), name TEXT, title TEXT, organization TEXT,
  PRIMARY KEY (trip_id, position)
) WITHOUT ROWID;
CREATE TABLE destinations (
  trip_id INTEGER NOT NULL REFERENCES trips, position INTEGER NOT NULL, name TEXT NOT NULL, country TEXT, region TEXT,
  latitude REAL, longitude REAL,
  PRIMARY KEY (trip_id, position)
) WITHOUT ROWID;
CREATE TABLE trip_countries (
  trip_id INTEGER NOT NULL REFERENCES trips, position INTEGER NOT NULL, country TEXT NOT NULL,
  PRIMARY KEY (trip_id, position)
) WITHOUT ROWID;
CREATE TABLE stops (
  id INTEGER PRIMARY KEY,
  trip_id INTEGER NOT NULL REFERENCES trips, position INTEGER NOT NULL, date TEXT, until TEXT, part_of_day TEXT,
  place TEXT, country TEXT, region TEXT, latitude REAL, longitude REAL, activity TEXT,
  UNIQUE (trip_id, position)
);
CREATE TABLE visits (
  stop_id INTEGER NOT NULL REFERENCES stops, position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) WITHOUT ROWID;
CREATE TABLE meets (
  stop_id INTEGER NOT NULL REFERENCES stops, position INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('person', 'organization')), name TEXT, title TEXT, organization TEXT,
  PRIMARY KEY (stop_id, position)
) WITHOUT ROWID;

CREATE TABLE agreements (
  id INTEGER PRIMARY KEY REFERENCES records,
  type TEXT, title TEXT, date TEXT, announced TEXT, place TEXT, country TEXT, region TEXT, latitude REAL, longitude REAL,
  venue TEXT, event TEXT, term TEXT
);
CREATE TABLE parties (
  id INTEGER PRIMARY KEY,
  agreement_id INTEGER NOT NULL REFERENCES agreements, position INTEGER NOT NULL, name TEXT NOT NULL, country TEXT,
  UNIQUE (agreement_id, position)
);
CREATE TABLE party_aliases (
  party_id INTEGER NOT NULL REFERENCES parties, position INTEGER NOT NULL, alias TEXT NOT NULL,
  PRIMARY KEY (party_id, position)
) WITHOUT ROWID;
CREATE TABLE signatories (
  agreement_id INTEGER NOT NULL REFERENCES agreements, position INTEGER NOT NULL, name TEXT, title TEXT, organization TEXT,
  PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;
CREATE TABLE subjects (
  agreement_id INTEGER NOT NULL REFERENCES agreements, position INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;
CREATE TABLE commitments (
  agreement_id INTEGER NOT NULL REFERENCES agreements, position INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;
CREATE TABLE amounts (
  agreement_id INTEGER NOT NULL REFERENCES agreements, position INTEGER NOT NULL, value REAL NOT NULL,
  currency TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;

CREATE TABLE evidence (
  record_id INTEGER NOT NULL REFERENCES records, position INTEGER NOT NULL, article_id INTEGER NOT NULL,
  field TEXT NOT NULL, paragraph INTEGER NOT NULL, start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (record_id, position),
  FOREIGN KEY (article_id, paragraph) REFERENCES paragraphs (article_id, position)
) WITHOUT ROWID;

CREATE TABLE errors (
  id INTEGER PRIMARY KEY, url TEXT, path TEXT, code TEXT NOT NULL, stage TEXT NOT NULL, message TEXT NOT NULL, hint TEXT
);
CREATE TABLE countries (code TEXT PRIMARY KEY, en TEXT NOT NULL, ko TEXT NOT NULL) WITHOUT ROWID;

CREATE INDEX records_of_article ON records (article_id);
CREATE INDEX records_by_id ON records (record_id);
CREATE INDEX trips_by_leader ON trips (leader_name);
CREATE INDEX trips_by_organization ON trips (organization);
CREATE INDEX trips_by_start ON trips (start_date);
CREATE INDEX destinations_by_name ON destinations (name);
CREATE INDEX trip_countries_by_country ON trip_countries (country);
CREATE INDEX agreements_by_date ON agreements (date);
CREATE INDEX parties_by_name ON parties (name);
CREATE INDEX evidence_by_field ON evidence (field);
CREATE INDEX articles_by_url ON articles (url);

CREATE VIEW who_went_where AS
SELECT t.id, r.status, t.direction, t.leader_name, t.leader_title, coalesce(t.organization, t.leader_organization) AS organization,
  (SELECT group_concat(name, '; ') FROM (SELECT name FROM destinations WHERE trip_id = t.id ORDER BY position)) AS destinations,
  (SELECT group_concat(country, '; ') FROM (SELECT country FROM trip_countries WHERE trip_id = t.id ORDER BY position)) AS countries,
  t.start_date, t.end_date, t.purpose, r.background, r.confidence, a.title AS article, a.publisher, a.published, a.url, a.path
FROM trips t JOIN records r ON r.id = t.id JOIN articles a ON a.id = r.article_id;

CREATE VIEW who_signed_what AS
SELECT g.id, r.status, g.type, g.title,
  (SELECT group_concat(name, '; ') FROM (SELECT name FROM parties WHERE agreement_id = g.id ORDER BY position)) AS parties,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM subjects WHERE agreement_id = g.id ORDER BY position)) AS subjects,
  g.date, g.announced, g.place, r.background, r.confidence, a.title AS article, a.publisher, a.published, a.url, a.path
FROM agreements g JOIN records r ON r.id = g.id JOIN articles a ON a.id = r.article_id;

CREATE VIEW partners AS
SELECT one.name AS party, other.name AS partner, g.id AS agreement_id, r.status, g.type, g.date, r.background
FROM parties one JOIN parties other ON other.agreement_id = one.agreement_id AND other.position <> one.position
JOIN agreements g ON g.id = one.agreement_id JOIN records r ON r.id = g.id;

CREATE VIEW meetings AS
SELECT t.leader_name, coalesce(t.organization, t.leader_organization) AS organization, m.type, m.name AS met, m.title AS met_title,
  m.organization AS met_organization, s.date, s.place, t.id AS trip_id
FROM meets m JOIN stops s ON s.id = m.stop_id JOIN trips t ON t.id = s.trip_id;

CREATE VIEW itinerary AS
SELECT t.id AS trip_id, t.leader_name, t.organization, s.position, s.date, s.until, s.part_of_day, s.place, s.country, s.activity,
  (SELECT group_concat(name, '; ') FROM (SELECT name FROM visits WHERE stop_id = s.id ORDER BY position)) AS visits
FROM stops s JOIN trips t ON t.id = s.trip_id;

CREATE VIEW trips_by_country AS
SELECT tc.country, c.en, c.ko, count(*) AS trips, count(DISTINCT coalesce(t.organization, t.leader_organization)) AS organizations
FROM trip_countries tc JOIN trips t ON t.id = tc.trip_id LEFT JOIN countries c ON c.code = tc.country
GROUP BY tc.country ORDER BY trips DESC, tc.country;

CREATE VIEW quotes AS
SELECT r.id, r.kind, r.record_id, e.field, e.text AS words, p.text AS paragraph, a.title AS article, a.url, a.path
FROM evidence e JOIN records r ON r.id = e.record_id
JOIN paragraphs p ON p.article_id = e.article_id AND p.position = e.paragraph JOIN articles a ON a.id = e.article_id;

CREATE VIEW doubtful AS
SELECT r.id, r.kind, r.record_id, r.status, r.confidence, a.title AS article, a.url, a.path
FROM records r JOIN articles a ON a.id = r.article_id WHERE r.confidence < 0.5 ORDER BY r.confidence, r.id;

INSERT INTO README (name, kind, en, ko) VALUES
('README', 'table', 'This list. Dates are open dates (EDTF): X stands for a part that the article leaves open. Positions count from 0.', '이 안내. 날짜는 EDTF 형식이며 기사에 없는 부분은 X로 남는다. position은 0부터 센다.'),
('articles', 'table', 'One row per article: where it came from, and what the page says of it.', '기사 한 건에 한 줄: 출처와 기사 정보.'),
('authors', 'table', 'Who wrote an article.', '기사를 쓴 기자.'),
('paragraphs', 'table', 'The text of an article, paragraph by paragraph.', '기사 본문, 문단별.'),
('warnings', 'table', 'What the reader of an article''s records should know.', '기록을 볼 때 유의할 점.'),
('copies', 'table', 'Other tellings of an article''s story, where near-duplicates were left out.', '중복으로 제외된 같은 내용의 기사.'),
('records', 'table', 'One row per record of either kind: its status and confidence. id is the key of trips or agreements; record_id is the id in JSON.', '방문·협약 기록 한 건에 한 줄: 상태와 신뢰도. id는 trips 또는 agreements의 키, record_id는 JSON의 id.'),
('trips', 'table', 'Official journeys: who, when, why.', '공식 방문: 누가, 언제, 왜.'),
('companions', 'table', 'Who goes along on a trip.', '동행한 사람과 기관.'),
('destinations', 'table', 'Places that a trip goes to.', '방문지.'),
('trip_countries', 'table', 'Countries that a trip goes to (ISO 3166-1 alpha-2).', '방문 국가(ISO 3166-1 alpha-2).'),
('stops', 'table', 'The itinerary: one row per place and stay.', '일정: 장소와 체류마다 한 줄.'),
('visits', 'table', 'Institutions, firms, sites and events visited at a stop.', '일정에서 방문한 기관·기업·행사.'),
('meets', 'table', 'Persons and organisations met at a stop.', '일정에서 만난 사람과 기관.'),
('agreements', 'table', 'Agreements: what, when, where.', '협약: 무엇을, 언제, 어디서.'),
('parties', 'table', 'Who is bound by an agreement.', '협약 당사자.'),
('party_aliases', 'table', 'Other names of a party in its article.', '기사에 나온 당사자의 다른 이름.'),
('signatories', 'table', 'Who signs for a party.', '서명자.'),
('subjects', 'table', 'Fields of cooperation.', '협력 분야.'),
('commitments', 'table', 'What the parties are to do, in the article''s words.', '당사자가 하기로 한 일(기사 원문).'),
('amounts', 'table', 'Money that an agreement is about (ISO 4217).', '협약 금액(ISO 4217).'),
('evidence', 'table', 'Where in the article each value stands: text = substr(paragraph, start_offset + 1, end_offset - start_offset).', '각 값의 근거가 되는 기사 속 위치: text = substr(문단, start_offset + 1, end_offset - start_offset).'),
('errors', 'table', 'Inputs that gave no article, and why.', '기사를 얻지 못한 입력과 그 이유.'),
('countries', 'table', 'Names of countries in English and Korean.', '국가 이름(영어, 한국어).'),
('who_went_where', 'view', 'Trips with destinations and source, one row each.', '방문 한눈에 보기: 방문지와 출처 포함.'),
('who_signed_what', 'view', 'Agreements with parties, subjects and source, one row each.', '협약 한눈에 보기: 당사자, 분야, 출처 포함.'),
('partners', 'view', 'Each pair of parties of an agreement, in both directions: WHERE party = ''...'' lists the partners.', '협약 당사자 쌍(양방향): WHERE party = ''...'' 로 상대를 찾는다.'),
('meetings', 'view', 'Who met whom, when and where.', '누가 누구를 언제 어디서 만났나.'),
('itinerary', 'view', 'Stops with what was visited.', '일정과 방문 기관.'),
('trips_by_country', 'view', 'How many trips went to each country.', '국가별 방문 수.'),
('quotes', 'view', 'Each value''s words with the paragraph around them.', '각 값의 근거와 그 문단.'),
('doubtful', 'view', 'Records of confidence below 0.5, the least certain first.', '신뢰도 0.5 미만 기록, 낮은 순.');
