import { Schema, Types } from 'mongoose';
import type { Model } from 'mongoose';
import { startMongoose } from '../testing/mongoose';
import type { MongooseServer } from '../testing/mongoose';

interface Author {
  name: string;
  mentor?: Types.ObjectId;
}
interface Post {
  title: string;
  author: Types.ObjectId;
  reviewers: Types.ObjectId[];
  stars: number;
  comments: { text: string; by: Types.ObjectId }[];
}

let server: MongooseServer;
let Authors: Model<Author>;
let Posts: Model<Post>;
const [ann, ben, cem] = [new Types.ObjectId(), new Types.ObjectId(), new Types.ObjectId()] as const;

beforeAll(async () => {
  server = await startMongoose();
  const { mongoose } = server;
  const authors = new Schema<Author>({ name: String, mentor: { type: 'ObjectId', ref: 'Author' } });
  authors.virtual('posts', { ref: 'Post', localField: '_id', foreignField: 'author' });
  authors.virtual('postCount', { ref: 'Post', localField: '_id', foreignField: 'author', count: true });
  Authors = mongoose.model<Author>('Author', authors);
  Posts = mongoose.model<Post>(
    'Post',
    new Schema<Post>({
      title: String,
      author: { type: 'ObjectId', ref: 'Author' },
      reviewers: [{ type: 'ObjectId', ref: 'Author' }],
      stars: Number,
      comments: [{ text: String, by: { type: 'ObjectId', ref: 'Author' } }],
    }),
  );
  await Authors.insertMany([
    { _id: ann, name: 'Ann' },
    { _id: ben, name: 'Ben', mentor: ann },
    { _id: cem, name: 'Cem', mentor: ben },
  ]);
  await Posts.insertMany([
    { title: 'one', author: ann, stars: 1, reviewers: [cem, ben], comments: [{ text: 'x', by: cem }] },
    { title: 'two', author: ann, stars: 5, reviewers: [ben] },
    { title: 'three', author: ann, stars: 3 },
    { title: 'four', author: ben, stars: 4 },
    { title: 'five', author: ben, stars: 2 },
  ]);
});
afterAll(() => server.stop());

test('a reference becomes its document, and one of that one its own', async () => {
  const found = await Authors.findById(cem)
    .populate<{ mentor: { name: string; mentor: { name: string } } }>({
      path: 'mentor',
      populate: { path: 'mentor', select: 'name -_id' },
    })
    .orFail();
  expect([found.mentor.name, found.mentor.mentor.name]).toEqual(['Ben', 'Ann']);
});

test('a list of references keeps its order, in lists of subdocuments too', async () => {
  const post = await Posts.findOne({ title: 'one' })
    .populate<{ reviewers: { name: string }[] }>('reviewers', 'name')
    .populate<{ comments: { by: { name: string } }[] }>('comments.by')
    .orFail();
  expect(post.reviewers.map(({ name }) => name)).toEqual(['Cem', 'Ben']);
  expect(post.comments.map(({ by }) => by.name)).toEqual(['Cem']);
});

test('match leaves out what does not match', async () => {
  const post = await Posts.findOne({ title: 'one' })
    .populate<{ reviewers: { name: string }[] }>({ path: 'reviewers', match: { name: /^B/ } })
    .orFail();
  expect(post.reviewers.map(({ name }) => name)).toEqual(['Ben']);
});

test('a virtual is populated, sorted and limited for each document on its own', async () => {
  const authors = await Authors.find()
    .sort('name')
    .populate<{ posts: { title: string }[] }>({
      path: 'posts',
      select: 'title author',
      options: { sort: { stars: -1 } },
      perDocumentLimit: 2,
    })
    .populate<{ postCount: number }>('postCount')
    .lean();
  expect(authors.map(({ name, posts, postCount }) => [name, posts.map((p) => p.title), postCount])).toEqual([
    ['Ann', ['two', 'three'], 3],
    ['Ben', ['four', 'five'], 2],
    ['Cem', [], 0],
  ]);
});

test('references of discriminators and dynamic references are populated', async () => {
  const { mongoose } = server;
  const Events = mongoose.model('Event', new Schema({ at: Number }, { discriminatorKey: 'kind' }));
  Events.discriminator('Signup', new Schema({ who: { type: 'ObjectId', ref: 'Author' } }));
  Events.discriminator('Review', new Schema({ of: { type: 'ObjectId', ref: 'Post' } }));
  const About = mongoose.model(
    'About',
    new Schema({ kind: String, subject: { type: 'ObjectId', refPath: 'kind' } }),
  );
  const post = await Posts.findOne({ title: 'two' }).orFail();
  await Events.insertMany([
    { kind: 'Signup', at: 1, who: ann },
    { kind: 'Review', at: 2, of: post._id },
  ]);
  await About.create([
    { kind: 'Author', subject: ben },
    { kind: 'Post', subject: post._id },
  ]);
  const events = await Events.find().sort('at').populate('who of').lean();
  expect(events).toMatchObject([{ who: { name: 'Ann' } }, { of: { title: 'two' } }]);
  const about = await About.find().sort('kind').populate('subject').lean();
  expect(about).toMatchObject([{ subject: { name: 'Ben' } }, { subject: { title: 'two' } }]);
});

test('documents that are there already can be populated, and taken back to their ids', async () => {
  const post = await Posts.findOne({ title: 'four' }).orFail();
  await post.populate('author');
  expect(post.populated('author')).toEqual(ben);
  post.depopulate('author');
  expect(post.author).toEqual(ben);
});
